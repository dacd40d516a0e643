#include "tests/fuzz/input.h"

#include "core/manifest/form.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// What people fill in, and what breaks YAML when it is written carelessly.
constexpr std::array<const char16_t*, 12> values{u"",  u"2",    u"1g",  u"10 min", u"true",   u"savepoint",
                                                 u"a", u"a: b", u"'\"", u"{,}#",   u"x\n- y", u"결제"};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const auto catalogue = manifest::Catalogue::bundled();
    if (size < 3)
        return 0;
    const QByteArray text = fuzz::bytesOf(data + 3, size - 3);
    const qsizetype offset = text.size() * data[0] / 256;
    const manifest::Form form = manifest::formAt(text, offset, *catalogue);
    fuzz::show(form.fault);
    if (form.fields.isEmpty())
        return 0;
    const manifest::FormField& field = form.fields[data[1] % form.fields.size()];
    const QString value = QString::fromUtf16(values[data[2] % values.size()]);
    const auto edits = manifest::changeOf(text, form, field, value);
    if (!edits)
        return 0;
    // It can be read again, and says what was wanted; what stands before and behind the document is as it was.
    const QByteArray after = manifest::edited(text, *edits);
    fuzz::promise(after.startsWith(text.first(form.document.begin)));
    fuzz::promise(after.endsWith(text.sliced(form.document.end)));
    const manifest::Form again = manifest::formAt(after, form.document.begin, *catalogue);
    fuzz::promise(again.fault.isEmpty());
    if (const manifest::FormField* now = manifest::fieldOf(again, field.id); now && !value.isEmpty())
        fuzz::promise(now->value == value || now->standing == manifest::FormField::Standing::ByHand);
    return 0;
}
