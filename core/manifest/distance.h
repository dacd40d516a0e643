#pragma once

#include <QStringView>

namespace manifest {

/// Letters to insert, remove or exchange, two neighbours counting as one; `most` and more are all the same.
int distance(QStringView left, QStringView right, int most);

} // namespace manifest
