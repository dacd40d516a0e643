#include "tests/fuzz/input.h"

#include "core/http/inflater.h"
#include "core/http/warnings.h"
#include "core/kube/status.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// However a body is cut, the same comes out, and never much more than the cap.
void inflate(const QByteArray& bytes)
{
    constexpr qint64 cap = 256 * 1024;
    constexpr qsizetype piece = 5;
    http::Inflater whole(cap), cut(cap);
    QByteArray plain, plainOfPieces;
    whole.feed(bytes, plain);
    for (qsizetype i = 0; i < bytes.size(); i += piece)
        cut.feed(bytes.mid(i, piece), plainOfPieces);
    fuzz::promise(whole.state() == cut.state());
    if (whole.state() == http::Inflater::State::Complete)
        fuzz::promise(plain == plainOfPieces);
    fuzz::promise(plain.size() <= cap + 64 * 1024);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    inflate(bytes);
    http::Answer answer;
    answer.headers = {{"Warning", bytes}, {"warning", bytes.mid(bytes.size() / 2)}};
    const QStringList warnings = http::warningsOf(answer);
    fuzz::promise(warnings.size() <= 16);
    for (const QString& warning : warnings)
        fuzz::promise(warning.size() <= 512 && !base::hasInvisible(warning));
    const base::Error refused = kube::errorOfStatus(QJsonDocument::fromJson(bytes).object(), 403, u"prod"_s);
    fuzz::promise(!refused.message.isEmpty() && !base::hasInvisible(refused.message));
    const base::Error foreign = kube::notAnAnswer(bytes, u"prod"_s);
    fuzz::promise(!foreign.message.isEmpty() && !base::hasInvisible(foreign.message));
    return 0;
}
