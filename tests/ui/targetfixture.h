#pragma once

#include "core/plans/applyrecord.h"
#include "core/sim/practice/practice.h"
#include "tests/support/httpprobes.h"
#include "tests/ui/editorfixture.h"
#include "ui/editor/effectpanel.h"
#include "ui/editor/effectview.h"
#include "ui/editor/livefacts.h"
#include "ui/editor/targeting.h"

#include <QJsonDocument>
#include <QSettings>
#include <QSslCertificate>

namespace support {

/// The page of a manifest, and a practice cluster it can be held against over real sockets.
class TargetTest : public EditorTest
{
protected:
    void found(double speed = 0)
    {
        prepare();
        QApplication::setOrganizationName(u"drey"_s);
        QApplication::setApplicationName(u"tst_target"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        sim::HostOptions options;
        options.speed = speed;
        m_practice = std::make_unique<sim::practice::Practice>(options);
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
    }
    void start()
    {
        begin();
        QSettings().clear();
        m_record = std::make_unique<plans::ApplyRecord>(m_home.filePath(u"applied-%1.jsonl"_s.arg(++m_round)));
        m_connection = connectTo(QUrl(m_practice->host().server()), {});
        m_other = connectTo(QUrl(m_practice->host().server()), {});
        m_clusters = std::make_unique<editor::Clusters>();
        tell({cluster(u"practice"_s, base::Environment::Production, m_connection.get())});
        m_targeting = new editor::Targeting(*m_page, *m_clusters, *m_record);
    }
    void stop()
    {
        end();
        m_clusters.reset();
        m_connection.reset();
        m_other.reset();
    }
    std::unique_ptr<flink::Connection> connectTo(const QUrl& server, std::optional<bool> isProtected)
    {
        kube::ContextAccess access;
        access.target.base = server;
        access.target.trust.authorities = QSslCertificate::fromData(m_practice->host().authority());
        access.target.label = u"practice"_s;
        access.nameSpace = u"payments"_s;
        const auto credentials = std::make_shared<FakeCredentials>();
        credentials->credential.authorization = "Bearer " + m_practice->host().adminToken();
        access.credentials = credentials;
        flink::ConnectionSettings settings;
        settings.id = u"context:practice"_s;
        settings.name = u"practice"_s;
        settings.isProtected = isProtected.value_or(false);
        auto made = flink::Connection::toContext(access, settings);
        made->open();
        return made;
    }
    static editor::Cluster cluster(const QString& name, base::Environment environment, flink::Connection* connection)
    {
        editor::Cluster made;
        made.id = u"context:"_s + name;
        made.name = name;
        made.environment = environment;
        made.nameSpace = u"payments"_s;
        made.connection = connection;
        return made;
    }
    void tell(const QList<editor::Cluster>& all) { m_clusters->set(all); }

    /// A deployment of the practice cluster with these lines in its spec.
    static QByteArray deployment(const QByteArray& spec, const QByteArray& name = "payment-authorize")
    {
        return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: " + name +
               "\n  namespace: payments\nspec:\n" + spec;
    }
    static QByteArray withKey(const QByteArray& key, const QByteArray& value)
    {
        return deployment("  flinkConfiguration:\n    " + key + ": \"" + value + "\"\n");
    }
    /// Chooses the practice cluster and waits until it was heard about the document under the cursor.
    void choose()
    {
        m_targeting->choose(u"context:practice"_s);
        hear();
    }
    void hear() { QTRY_VERIFY_WITH_TIMEOUT(isHeard(), editorPatience); }
    bool isHeard() const
    {
        const editor::Forecast* shown = m_targeting->forecasts().shown();
        return shown && shown->prospect && !shown->isAsked && !shown->isBehind() && !m_page->checker().isBusy();
    }
    const editor::Forecast& forecast() const { return *m_targeting->forecasts().shown(); }
    editor::EffectPanel& panel() { return m_targeting->panel(); }

    /// As somebody else does, with a merge patch.
    void patch(const QJsonObject& change, const QString& name = u"payment-authorize"_s)
    {
        http::Request request;
        request.method = "PATCH";
        request.path = kube::ObjectPath{kube::flinkType(u"flinkdeployments"_s), u"payments"_s, name, {}}.path();
        kube::addParameter(request.query, u"fieldManager"_s, u"somebody"_s);
        request.contentType = "application/merge-patch+json";
        request.body = QJsonDocument(change).toJson();
        request.effect = http::Effect::Write;
        bool isDone = false;
        m_other->api()->send(request, this, [&](const base::Result<http::Answer>& answer) {
            isDone = true;
            if (!answer)
                qWarning("%s", qPrintable(answer.error().message));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, editorPatience);
    }
    QJsonObject get(const QString& name = u"payment-authorize"_s)
    {
        std::optional<QJsonObject> found;
        const kube::ObjectPath path{kube::flinkType(u"flinkdeployments"_s), u"payments"_s, name, {}};
        m_other->api()->getJson(path.path(), this, [&](const base::Result<QJsonObject>& object) {
            found = object ? *object : QJsonObject();
        });
        if (!QTest::qWaitFor([&] { return found.has_value(); }, editorPatience))
            qWarning("no answer");
        return found.value_or(QJsonObject());
    }

    std::unique_ptr<sim::practice::Practice> m_practice;
    std::unique_ptr<flink::Connection> m_connection, m_other;
    std::unique_ptr<editor::Clusters> m_clusters;
    std::unique_ptr<plans::ApplyRecord> m_record;
    editor::Targeting* m_targeting = nullptr; ///< of the page
    int m_round = 0;
};

} // namespace support
