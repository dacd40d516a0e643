#pragma once

#include <QByteArray>

#include <memory>

namespace http {

/// Decompresses gzip piece by piece and never makes more than it may: Qt's own decompression tells neither a bomb nor a
/// body that was cut off.
class Inflater
{
public:
    enum class State {
        Working,  ///< more must come
        Complete, ///< what came so far is whole
        Broken,   ///< not gzip, or damaged
        Full,     ///< more than the cap
    };

    /// `cap` in bytes of decompressed data.
    explicit Inflater(qint64 cap);
    ~Inflater();

    State feed(const QByteArray& compressed, QByteArray& plain);
    State state() const { return m_state; }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    qint64 m_cap;
    State m_state = State::Working;
};

} // namespace http
