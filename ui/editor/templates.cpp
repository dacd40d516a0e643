#include "ui/editor/templates.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(editor::Text)
};

} // namespace

QList<Template> templates()
{
    return {
        {u"application"_s, Text::tr("Application"), Text::tr("one job with a cluster of its own")},
        {u"session"_s, Text::tr("Session cluster"), Text::tr("a cluster that waits for jobs")},
        {u"session-job"_s, Text::tr("Session job"), Text::tr("a job for a session cluster")},
        {u"snapshot"_s, Text::tr("Savepoint"), Text::tr("FlinkStateSnapshot of a running job")},
        {u"blue-green"_s, Text::tr("Blue/green deployment"), Text::tr("a new version comes up beside the old one")},
        {u"high-availability"_s, Text::tr("High availability"), Text::tr("a job that survives its JobManager")},
        {u"autoscaling"_s, Text::tr("Autoscaling"), Text::tr("the operator follows the load")},
        {u"production"_s, Text::tr("Production baseline"), Text::tr("state, recovery, metrics and limits")},
    };
}

QString templateText(const QString& id, const QString& language)
{
    const QString folder = language == u"ko" ? u"ko"_s : u"en"_s;
    QFile file(u":/templates/%1/%2.yaml"_s.arg(folder, id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace editor
