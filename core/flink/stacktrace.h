#pragma once

#include <QString>
#include <QStringList>

namespace flink {

/// One exception of a stack trace: the outermost or one "Caused by".
struct TraceCause
{
    QString type;       ///< "java.lang.IllegalStateException"; a damaged trace: whatever its line says
    QString message;    ///< of one line or several; at most 8,192 characters
    QStringList frames; ///< "com.example.Job.map(Job.java:12)", the newest call first; at most the first 200
};

/// The exceptions of a trace as Java prints it or Flink's log quotes it, the outermost first; exceptions that were only
/// suppressed are left out. Line ends of any kind, ends cut off and NUL are fine. Of a longer text the first and the
/// last 1 MB are read, of more than 200 exceptions the outer and the inner ones. Nothing for an empty text.
QList<TraceCause> causesOf(const QString& stackTrace);

/// The call of a line "at …": "com.example.Job.map(Job.java:12)"; empty for a line that is none.
QStringView frameOf(QStringView line);

/// Whether a frame is of the user's program: not of Java, Scala, Flink or a library that Flink programs commonly carry.
bool isOwnFrame(QStringView frame);

} // namespace flink
