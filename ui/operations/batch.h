#pragma once

#include "ui/operations/draft.h"

#include <memory>
#include <vector>

namespace operations {

/// The same for several objects: each has its own preflight and plan, one yes is for all that may begin, and what
/// becomes of one is of no account to the others.
class Batch : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        QString clusterId;
        plans::Intent intent; ///< of the same verb in all
    };
    enum class State {
        Queued,   ///< to be checked
        Checking, ///< the cluster is asked
        Blocked,  ///< it may not begin; its draft tells why
        Ready,
        Waiting, ///< agreed to; its turn comes
        Begun,   ///< the desk has its operation
        Refused, ///< agreed to, and not begun: it has changed meanwhile, or could not be written down
        Left,    ///< agreed to, and taken back before its turn
    };

    /// So many are asked about, or under way, at once.
    static constexpr int mostAtOnce = 4;

    /// The desk must outlive it. At least one wish.
    Batch(Desk& desk, const QList<Wish>& wishes, QObject* parent = nullptr);
    ~Batch() override;

    Desk& desk() const { return m_desk; }
    plans::Intent::Verb verb() const { return draft(0).intent().verb; }
    qsizetype size() const { return qsizetype(m_items.size()); }
    qsizetype count(State state) const;
    State state(qsizetype index) const { return m_items.at(index).state; }
    const Draft& draft(qsizetype index) const { return *m_items.at(index).draft; }
    /// Null: it has not begun.
    const workflow::Operation* operation(qsizetype index) const;
    bool isAgreed() const { return m_isAgreed; }
    /// Something is under way, or waits for its turn.
    bool isAtWork() const;

    /// The strictest of all that may begin, and never less than a dialog.
    workflow::Confirmation confirmation() const;
    base::Environment environment() const; ///< the strictest of those that are not left out
    /// Translated: why nothing can begin; empty: it can.
    QString obstacle() const;

    /// Asks anew, unless it was agreed to.
    void check();
    void agree();
    /// What has not begun does not begin any more.
    void leaveRest();
    /// It comes to its end by itself, and goes away then.
    static void finishAlone(std::unique_ptr<Batch> batch);

signals:
    void changed(qsizetype index);

private:
    struct Item
    {
        std::unique_ptr<Draft> draft;
        State state = State::Queued;
    };

    bool isUnderWay(const Item& item) const;
    void follow(qsizetype index);
    void advance();
    void begin(qsizetype index);
    void set(qsizetype index, State state);

    Desk& m_desk;
    std::vector<Item> m_items;
    bool m_isAgreed = false, m_isAdvancing = false;
};

} // namespace operations
