#include "core/manifest/repair.h"

#include "core/manifest/pastedpage.h"
#include "core/manifest/pastedtext.h"
#include "core/manifest/rebuild.h"
#include "core/yaml/tree.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <variant>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

/// Nobody pastes more from a page; files are opened.
constexpr qsizetype mostBytes = 4 * 1024 * 1024;
/// More of them help nobody.
constexpr qsizetype mostDoubts = 200;

/// Empty: it can be read.
QString faultOf(const QString& document)
{
    const auto parsed = yaml::Tree::parse(document.toUtf8());
    const auto* fault = std::get_if<yaml::Tree::Fault>(&parsed);
    return fault ? fault->error.message : QString();
}

bool isMap(const QByteArray& document)
{
    const auto parsed = yaml::Tree::parse(document);
    const auto* tree = std::get_if<yaml::Tree>(&parsed);
    return tree && tree->root() >= 0 && tree->node(tree->root()).kind == yaml::Node::Kind::Map;
}

bool hasKey(const QList<PastedLine>& lines, QStringView key)
{
    return std::any_of(lines.begin(), lines.end(), [key](const PastedLine& line) { return line.key == key; });
}

/// Whether nothing has to be rebuilt.
bool isReadable(const QString& text)
{
    const QByteArray stream = text.toUtf8();
    const QList<yaml::Span> documents = yaml::documentsOf(stream);
    return !documents.isEmpty() && std::all_of(documents.begin(), documents.end(), [&](const yaml::Span& span) {
        const QByteArray document = stream.mid(span.begin, span.length());
        const QList<PastedLine> lines = pastedLines(QString::fromUtf8(document).split(u'\n'));
        const bool isObject = shapeOfDocument(lines) || hasKey(lines, u"apiVersion") || hasKey(lines, u"kind");
        return !(isObject && hasLostIndentation(lines)) && !hasKey(lines, u"+apiVersion") && isMap(document);
    });
}

QString messageOf(const Unsure& unsure, const QString& key)
{
    const QString place = unsure.place.isEmpty() ? Text::tr("the top level") : unsure.place;
    QStringList others = unsure.others;
    for (QString& other : others)
        other = other.isEmpty() ? Text::tr("the top level") : other;
    switch (unsure.why) {
    case Unsure::Why::SeveralPlaces:
        return Text::tr("It stands in: %1. It would also fit in: %2.").arg(place, others.join(u", "_s));
    case Unsure::Why::UnknownField:
        return Text::tr("Nothing around it has a field %1; it was put into: %2.").arg(key, place);
    case Unsure::Why::StandsTwice:
        return Text::tr("%1 stands there twice: %2.").arg(key, place);
    case Unsure::Why::WrongValue:
        return Text::tr("What stands here is of another kind than its place takes: %1.").arg(place);
    case Unsure::Why::GoesOn:
        return Text::tr("It was taken for the rest of the text above.");
    }
    return {};
}

/// Puts the documents of a page together again.
class Mender
{
public:
    Mender(PastedText text, const Catalogue& catalogue, int operatorMinor)
        : m_text(std::move(text))
        , m_lines(pastedLines(m_text.lines))
        , m_catalogue(catalogue)
        , m_operatorMinor(operatorMinor)
    {
        m_result.repairs = m_text.repairs;
    }

    RepairedText run()
    {
        const QList<PagePart> parts = documentsIn(m_lines, m_catalogue);
        qsizetype before = 0;
        for (const PagePart& part : parts) {
            separate(before, part.begin);
            mend(part);
            before = part.end;
        }
        separate(before, m_lines.size());
        m_result.documents = static_cast<int>(parts.size());
        finish();
        return std::move(m_result);
    }

private:
    /// What stands between documents is left out.
    void separate(qsizetype begin, qsizetype end)
    {
        bool hasMark = false;
        for (qsizetype i = begin; i < end; ++i) {
            const PastedLine& line = m_lines[i];
            const bool isMark = line.content.startsWith(u"---");
            hasMark = hasMark || isMark;
            if (!isMark && line.kind != PastedLine::Kind::Blank)
                m_prose.append(m_text.numbers[i]);
        }
        if (end == m_lines.size() || m_output.isEmpty())
            return;
        m_output.append(u"---"_s);
        if (!hasMark)
            m_separated.append(m_text.numbers[end]);
    }

    void mend(const PagePart& part)
    {
        QList<PastedLine> lines = m_lines.mid(part.begin, part.end - part.begin);
        for (PastedLine& line : lines) {
            if (line.owner >= 0)
                line.owner -= static_cast<int>(part.begin);
        }
        int base = -1;
        for (const PastedLine& line : std::as_const(lines)) {
            if (line.isStructure())
                base = base < 0 ? line.column : std::min(base, line.column);
        }
        const QStringList original = m_text.lines.mid(part.begin, part.end - part.begin);
        const QStringList plain = moved(original, std::max(base, 0));
        const bool isLost = hasLostIndentation(lines);
        QString fault = faultOf(plain.join(u'\n'));
        if (fault.isEmpty() && !isLost) {
            if (plain != original)
                note(Repair::Kind::Moved, part);
            m_output += plain;
            return;
        }
        const std::optional<Shape> shape = shapeOfDocument(lines);
        if (shape && lines.size() <= mostRebuiltLines && rebuild(part, lines, *shape, isLost))
            return;
        if (fault.isEmpty())
            fault = Text::tr("Its indentation is lost.");
        doubt(static_cast<int>(m_output.size()),
              shape ? fault : fault + u' ' + Text::tr("Nothing is known of what it may hold, so it stays as it is."));
        m_output += plain;
    }

    static QStringList moved(const QStringList& lines, int by)
    {
        QStringList moved;
        for (const QString& line : lines) {
            qsizetype blanks = 0;
            while (blanks < std::min<qsizetype>(by, line.size()) && line[blanks] == u' ')
                ++blanks;
            moved.append(line.sliced(blanks));
        }
        return moved;
    }

    /// Whether it could be read again.
    bool rebuild(const PagePart& part, QList<PastedLine> lines, const Shape& shape, bool isLost)
    {
        QList<int> leftOut;
        for (int i = 0; i < lines.size(); ++i) {
            if (!isLeftOut(lines[i]))
                continue;
            leftOut.append(i);
            lines[i].kind = PastedLine::Kind::Comment;
            lines[i].content.prepend(u"# "_s);
        }
        Rebuilt built = rebuilt(lines, {shape, m_catalogue, m_operatorMinor});
        const bool isGood = std::all_of(built.unsure.begin(), built.unsure.end(),
                                        [](const Unsure& unsure) { return unsure.why == Unsure::Why::SeveralPlaces; });
        if (!isLost && !isGood)
            return false;
        const auto first = static_cast<int>(m_output.size());
        QList<Doubt> doubts;
        for (const int line : std::as_const(leftOut))
            doubts.append({line, Text::tr("Something was left out here.")});
        rebuildBlocks(lines, built, doubts);
        for (const Unsure& unsure : std::as_const(built.unsure))
            doubts.append({unsure.line, messageOf(unsure, lines[unsure.line].key)});
        QStringList text;
        for (qsizetype i = 0; i < lines.size(); ++i)
            text.append(lines[i].content.isEmpty() ? QString()
                                                   : QString(std::max(built.columns[i], 0), u' ') + lines[i].content);
        const QString fault = faultOf(text.join(u'\n'));
        if (!fault.isEmpty() && !isLost)
            return false;
        for (const Doubt& one : std::as_const(doubts))
            doubt(first + one.line, one.message);
        if (!fault.isEmpty())
            doubt(first, fault);
        m_output += text;
        if (text != m_text.lines.mid(part.begin, part.end - part.begin))
            note(Repair::Kind::Indentation, part);
        return true;
    }

    /// Files within a ConfigMap lost their own indentation, too.
    void rebuildBlocks(const QList<PastedLine>& lines, Rebuilt& built, QList<Doubt>& doubts) const
    {
        for (const RebuiltBlock& block : std::as_const(built.blocks)) {
            QList<PastedLine> inner = lines.mid(block.first, block.last - block.first + 1);
            if (!hasLostIndentation(inner))
                continue;
            for (PastedLine& line : inner) {
                if (line.owner >= 0)
                    line.owner = std::max(line.owner - block.first, 0);
            }
            const std::optional<Shape> shape = shapeOfDocument(inner);
            if (!shape) {
                doubts.append(
                    {block.first, Text::tr("The text of %1 lost its own indentation; nothing is known of what "
                                           "it may hold, so it stays as it is.")
                                      .arg(block.key)});
                continue;
            }
            const Rebuilt within = rebuilt(inner, {*shape, m_catalogue, m_operatorMinor});
            for (qsizetype i = 0; i < inner.size(); ++i)
                built.columns[block.first + i] = block.column + std::max(within.columns[i], 0);
            for (const Unsure& unsure : within.unsure)
                doubts.append({block.first + unsure.line, messageOf(unsure, inner[unsure.line].key)});
        }
    }

    void note(Repair::Kind kind, const PagePart& part)
    {
        QList<int>& lines = kind == Repair::Kind::Moved ? m_moved : m_rebuilt;
        for (qsizetype i = part.begin; i < part.end; ++i) {
            if (m_lines[i].kind != PastedLine::Kind::Blank)
                lines.append(m_text.numbers[i]);
        }
    }

    void doubt(int line, const QString& message)
    {
        if (m_result.doubts.size() < mostDoubts)
            m_result.doubts.append({line + 1, message});
    }

    void finish()
    {
        using Kind = Repair::Kind;
        // What was mended in text that is left out is of no interest.
        for (Repair& repair : m_result.repairs)
            repair.lines.removeIf(
                [this](int line) { return std::binary_search(m_prose.begin(), m_prose.end(), line); });
        m_result.repairs.removeIf([](const Repair& repair) { return repair.lines.isEmpty(); });
        const std::initializer_list<std::pair<Kind, QList<int>>> all{{Kind::Prose, m_prose},
                                                                     {Kind::Separators, m_separated},
                                                                     {Kind::Moved, m_moved},
                                                                     {Kind::Indentation, m_rebuilt}};
        for (const auto& [kind, lines] : all) {
            if (!lines.isEmpty())
                m_result.repairs.append({kind, lines});
        }
        const auto inOrder = [](const auto& left, const auto& right) { return left.kind < right.kind; };
        std::stable_sort(m_result.repairs.begin(), m_result.repairs.end(), inOrder);
        std::stable_sort(m_result.doubts.begin(), m_result.doubts.end(),
                         [](const Doubt& left, const Doubt& right) { return left.line < right.line; });
        m_result.text = (m_output.join(u'\n') + u'\n').toUtf8();
    }

    PastedText m_text;
    QList<PastedLine> m_lines;
    const Catalogue& m_catalogue;
    int m_operatorMinor;
    QStringList m_output;
    QList<int> m_prose, m_separated, m_moved, m_rebuilt;
    RepairedText m_result;
};

RepairedText unchanged(const QByteArray& pasted, const PastedText& text)
{
    RepairedText result;
    result.text = text.repairs.isEmpty() ? pasted : text.lines.join(u'\n').toUtf8();
    result.repairs = text.repairs;
    result.documents = static_cast<int>(yaml::documentsOf(result.text).size());
    return result;
}

} // namespace

QString Repair::text() const
{
    const auto count = static_cast<int>(lines.size());
    switch (kind) {
    case Kind::Blanks:
        return Text::tr("Wrote plain blanks in %n line(s).", nullptr, count);
    case Kind::Quotes:
        return Text::tr("Wrote plain quotes in %n line(s).", nullptr, count);
    case Kind::Dashes:
        return Text::tr("Wrote plain dashes in %n line(s).", nullptr, count);
    case Kind::Tabs:
        return Text::tr("Wrote blanks for tabs in %n line(s).", nullptr, count);
    case Kind::LineNumbers:
        return Text::tr("Took line numbers off %n line(s).", nullptr, count);
    case Kind::Margin:
        return Text::tr("Took the marks in front off %n line(s).", nullptr, count);
    case Kind::Commands:
        return Text::tr("Left out %n line(s) of a shell.", nullptr, count);
    case Kind::Fences:
        return Text::tr("Left out %n mark(s) of code blocks.", nullptr, count);
    case Kind::Prose:
        return Text::tr("Left out %n line(s) of text around the manifests.", nullptr, count);
    case Kind::Separators:
        return Text::tr("Put \"---\" in front of %n document(s).", nullptr, count);
    case Kind::Moved:
        return Text::tr("Moved %n line(s) to the left.", nullptr, count);
    case Kind::Indentation:
        return Text::tr("Rebuilt the indentation of %n line(s).", nullptr, count);
    }
    return {};
}

RepairedText repaired(const QByteArray& pasted, const Catalogue& catalogue, int operatorMinor)
{
    if (pasted.size() > mostBytes || !pasted.isValidUtf8())
        return {pasted, {}, {}, 0};
    const bool hasReturns = pasted.contains("\r\n");
    QString text = QString::fromUtf8(pasted);
    if (hasReturns)
        text.replace(u"\r\n"_s, u"\n"_s);
    const PastedText plain = withPlainCharacters(text);
    RepairedText result = unchanged(pasted, plain);
    if (!isReadable(plain.lines.join(u'\n'))) {
        result = Mender(cleaned(text), catalogue, operatorMinor).run();
        if (result.documents == 0)
            return {pasted, {}, {}, 0};
    }
    if (hasReturns && !result.repairs.isEmpty())
        result.text.replace("\n", "\r\n");
    return result;
}

} // namespace manifest
