#include "app/cli/offerreport.h"

#include "core/base/visibletext.h"
#include "core/kube/kubectl.h"
#include "core/plans/flinkplan.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using plans::Intent;
using plans::SpecChange;
using workflow::Operation;

/// As --set and --mode take it.
QStringList wordsOf(const SpecChange::Entry& entry)
{
    if (entry.path == QStringList{u"spec"_s, u"job"_s, u"upgradeMode"_s})
        return {u"--mode"_s, entry.to.toString()};
    const QString value = entry.to.isUndefined() ? u"null"_s : entry.to.toVariant().toString();
    return {u"--set"_s, entry.path.join(u'.') + u'=' + value};
}

QStringList wordsOf(const Operation& operation, const Intent& intent)
{
    QStringList words{plans::verbWord(intent.verb), intent.name, u"-n"_s, intent.nameSpace};
    if (intent.kind == u"FlinkSessionJob")
        words.append(u"--session-job"_s);
    if (intent.spec)
        words += {u"--to"_s, operation.id};
    for (const SpecChange::Entry& entry : intent.change.entries)
        words += wordsOf(entry);
    return words;
}

QString lineOf(const Operation& operation, const QStringList& words)
{
    QStringList quoted{u"dreyctl"_s};
    const QString where = plans::isAtEndpoint(operation.plan) ? u"--endpoint"_s : u"--context"_s;
    for (const QString& word : words + QStringList{where, operation.plan.context})
        quoted.append(kube::shellQuoted(word));
    return quoted.join(u' ');
}

/// Empty: nothing has to be typed.
QString commandOf(const Operation& operation, const plans::Offer& offer)
{
    if (offer.id == u"continue")
        return lineOf(operation, {u"operations"_s, u"continue"_s, operation.id});
    if (!offer.intent)
        return {};
    const QString line = lineOf(operation, wordsOf(operation, *offer.intent));
    const bool isLeft =
        operation.state == Operation::State::Interrupted || operation.state == Operation::State::Unknown;
    return isLeft ? u"dreyctl operations abandon %1 && %2"_s.arg(operation.id, line) : line;
}

} // namespace

QString offersText(const Operation& operation, const QList<plans::Offer>& offers)
{
    if (offers.isEmpty())
        return {};
    QString text = Text::tr("What can be done about it:") + u'\n';
    for (const plans::Offer& offer : offers) {
        text += u"  - %1\n"_s.arg(offer.about);
        if (const QString command = commandOf(operation, offer); !command.isEmpty())
            text += u"    %1\n"_s.arg(base::visibleText(command, 2000));
    }
    return text;
}

QJsonArray offersJson(const Operation& operation, const QList<plans::Offer>& offers)
{
    QJsonArray items;
    for (const plans::Offer& offer : offers) {
        const QString command = commandOf(operation, offer);
        items.append(QJsonObject{{u"id"_s, offer.id},
                                 {u"text"_s, offer.text},
                                 {u"about"_s, offer.about},
                                 {u"command"_s, command.isEmpty() ? QJsonValue::Null : QJsonValue(command)}});
    }
    return items;
}

} // namespace cli
