#include "core/sim/api/serverrequest.h"

namespace sim {

namespace {

QByteArray bytes(const boost::beast::string_view& text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

Request requestOf(const WireParser::value_type& message)
{
    Request request;
    const auto target = bytes(message.target());
    const auto question = target.indexOf('?');
    const auto path = question < 0 ? target : target.first(question);
    request.method = bytes(message.method_string());
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(path));
    request.query = question < 0 ? QByteArray() : target.sliced(question + 1);
    for (const auto& field : message)
        request.headers += std::pair(bytes(field.name_string()), bytes(field.value()));
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return request;
}

} // namespace sim
