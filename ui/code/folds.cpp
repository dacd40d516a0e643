#include "ui/code/folds.h"

#include <QHash>

namespace code {

using namespace Qt::StringLiterals;

namespace {

/// A line that others stand under, as long as it is not known where they end.
struct Open
{
    int line = 0;
    int depth = 0; ///< twice the indentation; a list's item counts one more than a key beside it
    QString path;
};

int depthOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == u' ')
        ++indent;
    const QStringView text = line.sliced(indent);
    const bool isItem = text == u"-" || text.startsWith(u"- ");
    return int(2 * indent + (isItem ? 1 : 0));
}

/// The key of a line, or a dash for an item of a list.
QString stepOf(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.startsWith(u'-'))
        return u"-"_s;
    const qsizetype colon = text.indexOf(u':');
    return text.left(colon < 0 ? 60 : colon).toString();
}

} // namespace

QList<Fold> foldsOf(QStringView yaml)
{
    QList<Fold> folds;
    QList<Open> open;
    QHash<QString, int> seen;
    QHash<int, qsizetype> foldAt;
    int number = 0;
    int lastText = -1;
    const auto closeTo = [&](int depth) {
        while (!open.isEmpty() && open.last().depth >= depth) {
            const Open done = open.takeLast();
            const auto fold = foldAt.constFind(done.line);
            if (fold != foldAt.constEnd())
                folds[*fold].last = lastText;
        }
    };
    for (const QStringView line : yaml.split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            const int depth = depthOf(line);
            closeTo(depth);
            QString path = open.isEmpty() ? stepOf(line) : open.last().path + u'/' + stepOf(line);
            // Items of a list, and keys that a broken document repeats, are told apart by their number.
            const int nth = seen[path]++;
            if (nth > 0 || path.endsWith(u'-'))
                path += QString::number(nth);
            if (!open.isEmpty() && !foldAt.contains(open.last().line)) {
                foldAt.insert(open.last().line, folds.size());
                folds.append({open.last().line, number, open.last().path});
            }
            open.append({number, depth, path});
            lastText = number;
        }
        ++number;
    }
    closeTo(0);
    return folds;
}

} // namespace code
