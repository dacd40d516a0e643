#pragma once

#include "core/sim/practice/practice.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"
#include "ui/operations/desk.h"
#include "ui/operations/draft.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QSettings>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = workflow::Operation::State;
using Verb = plans::Intent::Verb;

constexpr int operationPatience = 30'000; // ms
inline const kube::ObjectKey authorize{u"payments"_s, u"payment-authorize"_s};

/// A desk with a journal of its own at a practice cluster, over real sockets; the time of the cluster moves when told.
class OperationsTest : public QObject
{
protected:
    void found()
    {
        keepClean();
        QApplication::setOrganizationName(u"drey"_s);
        QApplication::setApplicationName(u"tst_operations"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        m_theme = std::make_unique<theme::Theme>(*qApp);
        m_time = std::make_unique<widgets::TimeDisplay>();
        sim::HostOptions options;
        options.speed = 0;
        m_practice = std::make_unique<sim::practice::Practice>(options);
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
    }
    void start()
    {
        keepClean();
        m_practice->begin(u"healthy"_s);
        m_folder = m_home.filePath(u"operations-%1"_s.arg(++m_round));
        m_connection = connect();
        m_desk = std::make_unique<operations::Desk>(m_folder, quick);
        tell({});
        QTRY_VERIFY_WITH_TIMEOUT(m_connection->deployments()->value(authorize), operationPatience);
    }
    void stop()
    {
        m_desk.reset();
        m_connection.reset();
    }
    std::unique_ptr<flink::Connection> connect()
    {
        kube::ContextAccess access;
        access.target.base = QUrl(m_practice->host().server());
        access.target.trust.authorities = QSslCertificate::fromData(m_practice->host().authority());
        access.target.label = u"practice"_s;
        access.nameSpace = u"payments"_s;
        const auto credentials = std::make_shared<FakeCredentials>();
        credentials->credential.authorization = "Bearer " + m_practice->host().adminToken();
        access.credentials = credentials;
        flink::ConnectionSettings settings;
        settings.id = u"context:practice"_s;
        settings.name = u"practice"_s;
        settings.isProtected = false;
        settings.nameSpaces = QStringList{u"payments"_s};
        auto made = flink::Connection::toContext(access, settings);
        made->open();
        return made;
    }
    operations::Cluster cluster() const
    {
        operations::Cluster made;
        made.id = u"context:practice"_s;
        made.context = u"practice"_s;
        made.connection = m_connection.get();
        return made;
    }
    /// What the desk is told of the cluster, changed by `change`.
    void tell(const std::function<void(operations::Cluster&)>& change)
    {
        operations::Cluster told = cluster();
        if (change)
            change(told);
        m_desk->setClusters({told});
    }
    static plans::Intent intentOf(Verb verb)
    {
        plans::Intent intent;
        intent.verb = verb;
        intent.kind = u"FlinkDeployment"_s;
        intent.nameSpace = authorize.nameSpace;
        intent.name = authorize.name;
        intent.settle = 0s;
        return intent;
    }
    std::unique_ptr<operations::Draft> draft(Verb verb)
    {
        return std::make_unique<operations::Draft>(*m_desk, u"context:practice"_s, intentOf(verb));
    }
    /// Plans and begins it; the answer is its id.
    QString begin(Verb verb)
    {
        const auto one = draft(verb);
        one->check();
        if (!QTest::qWaitFor([&] { return one->stage() == operations::Draft::Stage::Planned; }, operationPatience))
            qWarning("no plan");
        one->agree();
        return one->operationId();
    }
    State stateOf(const QString& id) const
    {
        const workflow::Operation* operation = m_desk->operation(id);
        return operation ? operation->state : State::Unknown;
    }
    /// Lets the time of the cluster pass until it is over.
    void follow(const QString& id)
    {
        (void)QTest::qWaitFor(
            [&] {
                m_practice->host().step(2s);
                return !m_desk->isAtWork(id);
            },
            operationPatience);
        QVERIFY(!m_desk->isAtWork(id));
    }

    static constexpr workflow::RunnerTimes quick{5ms, 1ms, 5ms, 30ms, 0ms};
    QTemporaryDir m_home;
    QString m_folder;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<sim::practice::Practice> m_practice;
    std::unique_ptr<flink::Connection> m_connection;
    std::unique_ptr<operations::Desk> m_desk;
    int m_round = 0;
};

} // namespace support
