#include "tests/bench/languageserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace bench {

using namespace Qt::StringLiterals;

namespace {

const QString address = u"file:///bench/manifest.yaml"_s;

QJsonObject place(int line, int column)
{
    return {{u"line"_s, line}, {u"character"_s, column}};
}

} // namespace

LanguageServer::LanguageServer(const QString& script, const QString& schema)
    : m_schema(schema)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"node"_s, {script, u"--stdio"_s});
    const int id = ask(
        u"initialize"_s,
        {{u"processId"_s, QJsonValue::Null},
         {u"rootUri"_s, QJsonValue::Null},
         {u"capabilities"_s, QJsonObject{{u"workspace"_s, QJsonObject{{u"configuration"_s, true}}},
                                         {u"textDocument"_s, QJsonObject{{u"publishDiagnostics"_s, QJsonObject{}}}}}}});
    waitFor([id](const QJsonObject& message) { return message[u"id"].toInt() == id; });
    tell(u"initialized"_s, {});
    settle(); // it asks for its settings
}

LanguageServer::~LanguageServer()
{
    m_process.kill();
    m_process.waitForFinished(5'000);
}

std::optional<int> LanguageServer::open(const QByteArray& text)
{
    tell(u"textDocument/didOpen"_s, {{u"textDocument"_s, QJsonObject{{u"uri"_s, address},
                                                                     {u"languageId"_s, u"yaml"_s},
                                                                     {u"version"_s, m_version},
                                                                     {u"text"_s, QString::fromUtf8(text)}}}});
    const auto found = problems();
    settle();
    return found;
}

std::optional<int> LanguageServer::change(int line, int column, int length, const QByteArray& inserted)
{
    const QJsonObject range{{u"start"_s, place(line, column)}, {u"end"_s, place(line, column + length)}};
    tell(u"textDocument/didChange"_s,
         {{u"textDocument"_s, QJsonObject{{u"uri"_s, address}, {u"version"_s, ++m_version}}},
          {u"contentChanges"_s,
           QJsonArray{QJsonObject{{u"range"_s, range}, {u"text"_s, QString::fromUtf8(inserted)}}}}});
    return problems();
}

std::optional<int> LanguageServer::complete(int line, int column)
{
    const int id = ask(u"textDocument/completion"_s,
                       {{u"textDocument"_s, QJsonObject{{u"uri"_s, address}}}, {u"position"_s, place(line, column)}});
    const auto message = waitFor([id](const QJsonObject& said) { return said[u"id"].toInt() == id; });
    return message ? std::optional(int((*message)[u"result"][u"items"].toArray().size())) : std::nullopt;
}

double LanguageServer::residentMiB() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Lets it say what it has to say by itself.
void LanguageServer::settle()
{
    waitFor([](const QJsonObject&) { return false; }, 1'500);
}

std::optional<int> LanguageServer::problems()
{
    const auto message = waitFor(
        [](const QJsonObject& said) { return said[u"method"].toString() == u"textDocument/publishDiagnostics"; });
    return message ? std::optional(int((*message)[u"params"][u"diagnostics"].toArray().size())) : std::nullopt;
}

std::optional<QJsonObject> LanguageServer::waitFor(const std::function<bool(const QJsonObject&)>& is, int limit)
{
    const QDeadlineTimer end(limit);
    while (!end.hasExpired()) {
        while (const auto message = takeMessage()) {
            if (message->contains(u"method"_s) && message->contains(u"id"_s))
                answer(*message);
            else if (is(*message))
                return message;
        }
        if (!isRunning() || !m_process.waitForReadyRead(int(end.remainingTime())))
            return std::nullopt;
        m_unread += m_process.readAllStandardOutput();
    }
    return std::nullopt;
}

/// What the server wants to know of the editor's settings.
void LanguageServer::answer(const QJsonObject& request)
{
    QJsonValue result;
    if (request[u"method"].toString() == u"workspace/configuration") {
        const QJsonObject yaml{{u"validate"_s, true},
                               {u"completion"_s, true},
                               {u"schemaStore"_s, QJsonObject{{u"enable"_s, false}}},
                               {u"schemas"_s, QJsonObject{{QUrl::fromLocalFile(m_schema).toString(), u"*.yaml"_s}}}};
        QJsonArray all;
        for (const QJsonValue& item : request[u"params"][u"items"].toArray())
            all.append(item[u"section"].toString() == u"yaml" ? yaml : QJsonObject());
        result = all;
    }
    send({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, request[u"id"]}, {u"result"_s, result}});
}

void LanguageServer::send(const QJsonObject& message)
{
    const QByteArray body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    m_process.write("Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    m_process.waitForBytesWritten(-1);
}

int LanguageServer::ask(const QString& method, const QJsonObject& params)
{
    send({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, ++m_id}, {u"method"_s, method}, {u"params"_s, params}});
    return m_id;
}

void LanguageServer::tell(const QString& method, const QJsonObject& params)
{
    send({{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}, {u"params"_s, params}});
}

std::optional<QJsonObject> LanguageServer::takeMessage()
{
    const qsizetype head = m_unread.indexOf("\r\n\r\n");
    if (head < 0)
        return std::nullopt;
    const qsizetype length = m_unread.left(head).split(':').last().trimmed().toLongLong();
    if (m_unread.size() < head + 4 + length)
        return std::nullopt;
    const QByteArray body = m_unread.mid(head + 4, length);
    m_unread.remove(0, head + 4 + length);
    return QJsonDocument::fromJson(body).object();
}

} // namespace bench
