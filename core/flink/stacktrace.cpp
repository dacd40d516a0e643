#include "core/flink/stacktrace.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

constexpr qsizetype longestEnd = 1024 * 1024, longestMessage = 8192, mostFrames = 200, mostCauses = 200;

constexpr std::array foreign{"java."_L1,
                             "javax."_L1,
                             "jdk."_L1,
                             "sun."_L1,
                             "com.sun."_L1,
                             "jakarta."_L1,
                             "scala."_L1,
                             "kotlin."_L1,
                             "org.apache."_L1,
                             "akka."_L1,
                             "io.netty."_L1,
                             "org.rocksdb."_L1,
                             "com.esotericsoftware."_L1,
                             "com.fasterxml."_L1,
                             "com.google."_L1,
                             "com.amazonaws."_L1,
                             "software.amazon."_L1,
                             "com.facebook.presto."_L1,
                             "com.azure."_L1,
                             "com.microsoft.azure."_L1,
                             "io.fabric8."_L1,
                             "okhttp3."_L1,
                             "okio."_L1,
                             "io.confluent."_L1,
                             "org.slf4j."_L1,
                             "ch.qos.logback."_L1,
                             "org.codehaus.janino."_L1,
                             "org.postgresql."_L1,
                             "com.mysql."_L1,
                             "org.mariadb."_L1,
                             "oracle.jdbc."_L1,
                             "com.zaxxer.hikari."_L1,
                             "org.elasticsearch."_L1,
                             "org.xerial.snappy."_L1,
                             "com.github.luben.zstd."_L1,
                             "net.jpountz."_L1,
                             "io.debezium."_L1,
                             "com.ververica."_L1,
                             "io.grpc."_L1,
                             "reactor."_L1,
                             "org.springframework."_L1,
                             "com.mongodb."_L1,
                             "redis.clients."_L1,
                             "io.lettuce."_L1,
                             "pemja."_L1};

/// What is read of a text: all, or both its ends.
QString ends(const QString& text)
{
    return text.size() <= 2 * longestEnd ? text : text.left(longestEnd) + u'\n' + text.right(longestEnd);
}

qsizetype indentOf(QStringView line)
{
    const auto* const first = std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t'; });
    return first - line.begin();
}

/// Puts the lines of a trace into its causes.
class Reader
{
public:
    void read(QStringView line);
    QList<TraceCause> causes;

private:
    void begin(QStringView head);

    qsizetype m_suppressed = -1; ///< indent of the "Suppressed:" we are in; -1: none
    bool m_inMessage = false;
};

void Reader::begin(QStringView head)
{
    const qsizetype colon = head.indexOf(u": ");
    TraceCause cause;
    cause.type = (colon < 0 ? head : head.first(colon)).left(400).trimmed().toString();
    if (cause.type.endsWith(u':'))
        cause.type.chop(1);
    if (colon >= 0)
        cause.message = head.sliced(colon + 2).left(longestMessage).trimmed().toString();
    // The outermost and the innermost tell what happened; a trace of thousands is a program that wraps itself.
    if (causes.size() == mostCauses)
        causes.removeAt(mostCauses / 2);
    causes.append(cause);
    m_inMessage = true;
}

void Reader::read(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty())
        return;
    const bool caused = text.startsWith(u"Caused by: ");
    if (m_suppressed >= 0) {
        // What belongs to a suppressed exception is indented as far as its own head.
        if (indentOf(line) >= m_suppressed)
            return;
        m_suppressed = -1;
    }
    if (caused)
        return begin(text.sliced(11));
    if (text.startsWith(u"Suppressed: ") && !causes.isEmpty()) {
        m_suppressed = std::max<qsizetype>(indentOf(line), 1);
        return;
    }
    if (causes.isEmpty())
        return begin(text);
    const QStringView frame = frameOf(line);
    TraceCause& cause = causes.last();
    if (!frame.isEmpty()) {
        m_inMessage = false;
        if (cause.frames.size() < mostFrames)
            cause.frames.append(frame.toString());
    } else if (m_inMessage && cause.message.size() + text.size() < longestMessage && !text.startsWith(u"...")) {
        cause.message += u'\n' + text.toString();
    }
}

} // namespace

QStringView frameOf(QStringView line)
{
    QStringView text = line.trimmed();
    if (!text.startsWith(u"at "))
        return {};
    text = text.sliced(3);
    // What was cut off on its way ends so.
    if (text.endsWith(u'…'))
        text = text.chopped(1).trimmed();
    // The log adds the jar: "…(Job.java:12) ~[job.jar:?]". A line that was cut off has no bracket at all.
    const qsizetype bracket = text.indexOf(u')');
    if (bracket >= 0)
        text = text.first(bracket + 1);
    // A message may begin a line with "at "; a call is one word of several names.
    const qsizetype open = text.indexOf(u'(');
    const QStringView call = open < 0 ? text : text.first(open);
    return call.contains(u'.') && !call.contains(u' ') ? text : QStringView();
}

bool isOwnFrame(QStringView frame)
{
    const qsizetype open = frame.indexOf(u'(');
    QStringView call = open < 0 ? frame : frame.first(open);
    // Before the class Java names class loader and module: "app//", "java.base/". A lambda has a slash behind
    // "$$Lambda".
    const qsizetype lambda = call.indexOf(u"$$Lambda");
    const qsizetype slash = (lambda < 0 ? call : call.first(lambda)).lastIndexOf(u'/');
    call = call.sliced(slash + 1);
    return call.contains(u'.') &&
           std::ranges::none_of(foreign, [&](QLatin1StringView one) { return call.startsWith(one); });
}

QList<TraceCause> causesOf(const QString& stackTrace)
{
    QString text = ends(stackTrace);
    text.remove(QChar::Null);
    Reader reader;
    for (const QStringView line : QStringView(text).tokenize(u'\n'))
        reader.read(line);
    return reader.causes;
}

} // namespace flink
