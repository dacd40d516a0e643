#include "tests/fuzz/input.h"

#include "core/manifest/schemarules.h"

namespace {

/// Every finding lies within the document, and what would mend it can be read again.
void check(const yaml::Tree& tree, manifest::Subject::Form form, int operatorMinor)
{
    static const auto catalogue = manifest::Catalogue::bundled();
    const manifest::Subject subject(tree, form, *catalogue, 0, operatorMinor);
    const QList<manifest::Finding> findings = manifest::schemaFindings(subject);
    for (const manifest::Finding& finding : findings) {
        fuzz::promise(finding.span.begin >= 0 && finding.span.begin <= finding.span.end);
        fuzz::promise(finding.span.end <= tree.text().size() && !finding.message.isEmpty());
        if (!finding.fix)
            continue;
        for (const manifest::Edit& edit : finding.fix->edits)
            fuzz::promise(edit.span.begin <= edit.span.end && edit.span.end <= tree.text().size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto parsed = yaml::Tree::parse(fuzz::bytesOf(data, size));
    if (const auto* tree = std::get_if<yaml::Tree>(&parsed)) {
        for (const int minor : {10, 16}) {
            check(*tree, manifest::Subject::Form::Manifest, minor);
            check(*tree, manifest::Subject::Form::Spec, minor);
        }
    }
    return 0;
}
