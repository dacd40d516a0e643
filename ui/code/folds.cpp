#include "ui/code/folds.h"

#include <QHash>

namespace code {

using namespace Qt::StringLiterals;

namespace {

/// A line that others stand under, or may come to, as long as it is not known where they end.
struct Open
{
    int line = 0;
    int depth = 0; ///< twice the indentation; a list's item counts one more than a key beside it
    QStringView text;
    qsizetype fold = -1; ///< -1: nothing stands under it yet
    QString path = {};   ///< of a fold
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
    int number = 0;
    int lastText = -1;
    const auto closeTo = [&](int depth) {
        while (!open.isEmpty() && open.last().depth >= depth) {
            if (const Open done = open.takeLast(); done.fold >= 0)
                folds[done.fold].last = lastText;
        }
    };
    const auto begin = [&](Open& parent) {
        parent.path = open.size() > 1 ? open[open.size() - 2].path + u'/' + stepOf(parent.text) : stepOf(parent.text);
        // Items of a list, and keys that a broken document repeats, are told apart by their number.
        const int nth = seen[parent.path]++;
        if (nth > 0 || parent.path.endsWith(u'-'))
            parent.path += QString::number(nth);
        parent.fold = folds.size();
        folds.append({parent.line, parent.line, parent.path});
    };
    for (qsizetype at = 0, end = 0; at <= yaml.size(); at = end + 1, ++number) {
        end = yaml.indexOf(u'\n', at);
        end = end < 0 ? yaml.size() : end;
        const QStringView line = yaml.sliced(at, end - at);
        if (line.trimmed().isEmpty())
            continue;
        const int depth = depthOf(line);
        // A comment ends nothing and has nothing under it, wherever it begins; within a text of many lines it is none.
        if (line.trimmed().startsWith(u'#')) {
            if (!open.isEmpty() && depth >= open.last().depth)
                lastText = number;
            continue;
        }
        closeTo(depth);
        if (!open.isEmpty() && open.last().fold < 0)
            begin(open.last());
        open.append({number, depth, line});
        lastText = number;
    }
    closeTo(0);
    return folds;
}

} // namespace code
