#pragma once

#include "core/yaml/edit.h"
#include "core/yaml/scalartext.h"

#include <functional>
#include <optional>

namespace yaml {

constexpr int step = 2; ///< columns of a level

using Changes = base::Result<QList<Change>>;

/// Works out the changes of one setting.
class Editor
{
public:
    Editor(const Tree& tree, const Setting& setting);
    Changes scalar(const QString& text);
    Changes texts(const QStringList& texts);
    Changes removed();

private:
    /// The way from the root to a value, as far as it goes.
    struct Way
    {
        int last = -1;    ///< the innermost node that is there
        QStringList rest; ///< the keys behind it; empty: it is the value
    };
    using Write = std::function<QByteArray(Node::Style like, Around around)>;
    base::Result<Way> find() const;
    Changes written(const QJsonValue& wanted, const Write& write) const;
    Changes checked(const Changes& changes, const std::optional<QJsonValue>& wanted) const;
    static QJsonValue typed(const QString& text);
    qsizetype lineStart(qsizetype at) const;
    qsizetype lineEnd(qsizetype at) const;
    QByteArrayView between(qsizetype begin, qsizetype end) const;
    bool isBlank(qsizetype begin, qsizetype end) const;
    qsizetype behindColon(const Node& node) const;
    static QByteArray keyText(const QString& key, Around around);
    static QByteArray lines(const QStringList& keys, int column, const QByteArray& value);
    static QByteArray braces(const QStringList& keys, const QByteArray& value);
    Changes insertion(const Way& way, const Write& write) const;
    Changes listAt(const Way& way, const QStringList& texts) const;
    /// `block` gives what follows the colon of the last key, whose lines are to stand at that column; `flow` the same
    /// within braces, without the blank.
    Changes inserted(const Way& way, const std::function<QByteArray(int column)>& block,
                     const std::function<QByteArray()>& flow) const;
    int siblingBefore(const Node& map, const QString& key) const;
    Changes itemChanges(const Node& list, const QStringList& texts) const;
    static QByteArray joined(const QStringList& texts, Around around);
    Change newInFlow(const Node& list, qsizetype at, const QStringList& texts) const;
    Change newInBlock(const Node& list, qsizetype at, const QStringList& texts) const;
    Change wholeLines(Span value) const;
    Change withoutInFlow(const Node& list, qsizetype at) const;
    Changes removal(const Node& node) const;
    int nodeIndex(const Node& node) const;

    const Tree& m_tree;
    const QByteArray& m_text;
    const Setting& m_setting;
};

bool isFlow(const Node& node);
base::Error refusal(const QString& why);
/// Why places are only changed by hand.
QString sharedText();
QString otherText();
QString handText();

} // namespace yaml
