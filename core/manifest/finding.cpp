#include "core/manifest/finding.h"

#include <algorithm>

namespace manifest {

QByteArray edited(const QByteArray& document, QList<Edit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& left, const Edit& right) { return left.span.begin < right.span.begin; });
    QByteArray result;
    qsizetype done = 0;
    for (const Edit& edit : edits) {
        if (edit.span.begin < done)
            continue;
        result += QByteArrayView(document).sliced(done, edit.span.begin - done);
        result += edit.text;
        done = edit.span.end;
    }
    return result + QByteArrayView(document).sliced(done).toByteArray();
}

} // namespace manifest
