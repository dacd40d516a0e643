#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>

#include <functional>
#include <optional>

namespace bench {

/// yaml-language-server, spoken to as an editor does (Language Server Protocol over its standard input and output).
/// Everything waits; nothing means that no answer came in time.
class LanguageServer
{
public:
    /// `script` is bin/yaml-language-server of the npm package. `schema` is the JSON schema of all documents.
    LanguageServer(const QString& script, const QString& schema);
    ~LanguageServer();
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// Opens the only text; how many problems it has.
    std::optional<int> open(const QByteArray& text);
    /// Puts `inserted` in the place of `length` letters of a line; how many problems the text has then.
    std::optional<int> change(int line, int column, int length, const QByteArray& inserted);
    /// How many proposals there are at a place.
    std::optional<int> complete(int line, int column);
    double residentMiB() const;

private:
    /// `limit` in milliseconds.
    std::optional<QJsonObject> waitFor(const std::function<bool(const QJsonObject& message)>& is, int limit = 30'000);
    void settle();
    std::optional<int> problems();
    void answer(const QJsonObject& request);
    void send(const QJsonObject& message);
    int ask(const QString& method, const QJsonObject& params);
    void tell(const QString& method, const QJsonObject& params);
    std::optional<QJsonObject> takeMessage();

    QString m_schema;
    QProcess m_process;
    QByteArray m_unread;
    int m_id = 0;
    int m_version = 1;
};

} // namespace bench
