#pragma once

#include "core/yaml/tree.h"

#include <QHash>

#include <yaml-cpp/eventhandler.h>

namespace yaml {

/// Builds a Tree from the parser's events, which tell where things begin; where they end is read from the text.
class TreeBuilder : public YAML::EventHandler
{
public:
    TreeBuilder(Tree& tree, const Limits& limits);

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
    struct Frame
    {
        int node = -1;
        int key = -1; ///< of a map: the key that waits for its value
    };

    void expectColon(const Frame& frame) const;
    int add(Node node, YAML::anchor_t anchor);
    void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style);
    void close();
    Node nodeAt(const YAML::Mark& mark) const;
    bool isNullWritten(qsizetype offset) const;
    bool isInside(qsizetype offset) const;
    void placeScalar(Node& node, const QByteArray& value) const;
    qsizetype endOfPlain(qsizetype begin, const QByteArray& value) const;
    qsizetype endOfBlock(qsizetype begin) const;
    qsizetype startOfLine(qsizetype offset) const;
    qsizetype endOfFlow(const Node& node) const;

    /// The line an offset stands in, looked up last.
    struct Line
    {
        qsizetype offset = 0, start = 0;
    };

    Tree& m_tree;
    Limits m_limits;
    QHash<YAML::anchor_t, int> m_anchors;
    std::vector<Frame> m_open;
    int m_documentStart = -1;
    mutable Line m_line;
};

} // namespace yaml
