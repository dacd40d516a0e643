#include "core/http/inflater.h"

#include <array>

#include <zlib.h>

namespace http {

namespace {

constexpr int gzipOnly = 16 + MAX_WBITS;

} // namespace

struct Inflater::Stream
{
    z_stream zlib{};
};

Inflater::Inflater(qint64 cap)
    : m_stream(std::make_unique<Stream>())
    , m_cap(cap)
{
    if (inflateInit2(&m_stream->zlib, gzipOnly) != Z_OK)
        m_state = State::Broken;
}

Inflater::~Inflater()
{
    inflateEnd(&m_stream->zlib);
}

Inflater::State Inflater::feed(const QByteArray& compressed, QByteArray& plain)
{
    if (m_state == State::Broken || m_state == State::Full || compressed.isEmpty())
        return m_state;
    z_stream& zlib = m_stream->zlib;
    QByteArray input = compressed;
    zlib.next_in = reinterpret_cast<Bytef*>(input.data());
    zlib.avail_in = static_cast<uInt>(input.size());
    std::array<char, 64 * 1024> piece;
    do {
        // A gzip body may consist of several members.
        if (m_state == State::Complete && zlib.avail_in > 0 && inflateReset(&zlib) == Z_OK)
            m_state = State::Working;
        zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
        zlib.avail_out = static_cast<uInt>(piece.size());
        const int outcome = inflate(&zlib, Z_NO_FLUSH);
        plain.append(piece.data(), static_cast<qsizetype>(piece.size() - zlib.avail_out));
        if (plain.size() > m_cap)
            return m_state = State::Full;
        if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR)
            return m_state = State::Broken;
        m_state = outcome == Z_STREAM_END ? State::Complete : State::Working;
    } while (zlib.avail_in > 0 || zlib.avail_out == 0);
    return m_state;
}

} // namespace http
