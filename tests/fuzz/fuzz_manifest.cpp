#include "tests/fuzz/input.h"

#include "core/manifest/extract.h"

namespace {

/// Every place lies within the text, in order, and what is mended can be looked at again.
void lint(const QByteArray& text, const QList<manifest::LintedDocument>& documents)
{
    for (const manifest::LintedDocument& document : documents) {
        qsizetype before = 0;
        for (const manifest::Finding& finding : document.findings) {
            fuzz::promise(finding.span.begin >= before && finding.span.begin <= finding.span.end);
            fuzz::promise(finding.span.end <= text.size() && !finding.message.isEmpty());
            before = finding.span.begin;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const auto catalogue = manifest::Catalogue::bundled();
    const QByteArray text = fuzz::bytesOf(data, size);
    const manifest::Linter linter(catalogue);
    const auto documents = linter.documents(text);
    lint(text, documents);
    const QByteArray mended = manifest::mended(text, documents);
    lint(mended, linter.documents(mended));
    const QList<manifest::Piece> pieces = manifest::extractedFrom(text, *catalogue);
    for (const manifest::Piece& piece : pieces)
        fuzz::promise(piece.text.size() == piece.span.length() && piece.span.end <= text.size());
    lint(text, linter.documents(text, pieces));
    return 0;
}
