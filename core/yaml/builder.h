#pragma once

#include "core/base/error.h"
#include "core/yaml/yaml.h"

#include <QHash>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <optional>
#include <vector>

namespace yaml {

/// Thrown through the parser when the input breaks a rule of ours; never leaves this room.
struct Refusal
{
    base::Error error;
    int line = 0, column = 0; ///< from 0, as the parser counts
    QString what = {};        ///< without its place
};

/// The error for something at a place of the input; `line` and `column` count from 0, as the parser does.
base::Error errorAt(base::Error::Kind kind, const QString& what, int line, int column);
Refusal refusalAt(base::Error::Kind kind, const QString& what, int line, int column);

/// Builds one document from the parser's events while it watches the limits.
class Builder : public YAML::EventHandler
{
public:
    Builder(Scalars scalars, const Limits& limits);

    /// The document that was built last.
    QJsonValue takeDocument();
    const YAML::Mark& lastScalar() const { return m_scalar; }

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Place
    {
        int line = 0, column = 0;
    };
    /// A value with what it costs to walk it.
    struct Node
    {
        QJsonValue value;
        QString text; ///< of a scalar, for use as a key
        bool isScalar = false;
        bool isMergeKey = false;
        qsizetype size = 1;
    };
    struct Frame
    {
        enum class Kind { Sequence, Map };

        Kind kind = Kind::Sequence;
        YAML::anchor_t anchor = 0;
        QList<QJsonValue> items;
        std::vector<std::pair<QString, QJsonValue>> entries;
        QSet<QString> keys;
        std::vector<QJsonValue> merged; ///< values of "<<", in order
        std::optional<QString> key;
        bool mergeNext = false;
        qsizetype size = 1;
    };

    void open(Frame::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor);
    void add(Node node, Place place);
    void addKey(const Node& node, Place place, Frame& frame);
    void remember(YAML::anchor_t anchor, const Node& node);
    QJsonValue scalar(const std::string& tag, const QString& text) const;
    QJsonValue closedMap(Frame& frame) const;

    Scalars m_scalars;
    Limits m_limits;
    std::vector<Frame> m_open;
    QHash<YAML::anchor_t, Node> m_anchors;
    qsizetype m_expanded = 0;
    int m_documentStart = -1; ///< of the last one, in characters
    Place m_last;
    YAML::Mark m_scalar; ///< of the last one
    QJsonValue m_document;
};

} // namespace yaml
