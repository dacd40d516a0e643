#include "core/manifest/distance.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace manifest {

int distance(QStringView left, QStringView right, int most)
{
    if (std::abs(left.size() - right.size()) >= most)
        return most;
    const auto width = static_cast<size_t>(right.size()) + 1;
    std::vector<int> before(width), row(width), next(width);
    for (size_t j = 0; j < width; ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= left.size(); ++i) {
        next[0] = static_cast<int>(i);
        for (size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const bool isSame = left[i - 1] == right[at - 1];
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[at - 2] && left[i - 2] == right[at - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return std::min(row.back(), most);
}

} // namespace manifest
