#pragma once

#include "core/sim/world/chance.h"
#include "core/sim/world/clock.h"
#include "core/sim/world/history.h"
#include "core/sim/world/refusal.h"
#include "core/sim/world/resource.h"
#include "core/sim/world/stored.h"

#include <deque>
#include <functional>
#include <variant>
#include <vector>

namespace sim {

/// Which half of an object is written: /status is a door of its own.
enum class Part { Main, Status };

/// Who writes, and under which conditions.
struct Write
{
    enum class Mode { Real, DryRun };
    /// Whether managedFields are worked out here, or stand in the document already (server-side apply).
    enum class Ownership { Track, Given };

    QString manager = {};                        ///< stands in managedFields; empty: the write is not recorded there
    QString user = {};                           ///< for admission: system:serviceaccount:flink:operator
    Mode mode = Mode::Real;                      ///< DryRun answers as if, and changes nothing
    std::optional<QString> uid = {};             ///< refuses to touch another object of the same name
    std::optional<QString> resourceVersion = {}; ///< refuses to touch another state of it
    Ownership ownership = Ownership::Track;

    /// By a controller of the cluster, under the name that the real one has in managedFields.
    static Write by(const QString& manager) { return Write{manager}; }
};

struct Deletion
{
    enum class Propagation { Background, Foreground, Orphan };

    Propagation propagation = Propagation::Background;
    /// How long a pod may take to end; unset: what the pod says. Other kinds know no grace.
    std::optional<std::chrono::seconds> grace = {};
    Write write = {};
};

/// What became of a write: the object as it is now, or why not.
class [[nodiscard]] Outcome
{
public:
    enum class Change {
        None,     ///< it was so already; no new revision
        Added,    ///<
        Modified, ///< also a deletion that waits for finalizers or for a pod's end
        Deleted,  ///< the object is its last state
    };

    Outcome(Snapshot object, Change change)
        : m_content(std::move(object))
        , m_change(change)
    {
    }
    Outcome(Refusal refusal)
        : m_content(std::move(refusal))
    {
    }

    explicit operator bool() const { return m_content.index() == 0; }
    const Snapshot& object() const { return std::get<0>(m_content); }
    const Refusal& refusal() const { return std::get<1>(m_content); }
    Change change() const { return m_change; }

private:
    std::variant<Snapshot, Refusal> m_content;
    Change m_change = Change::None;
};

/// Something that is about to be written, shown to those who may refuse it (webhooks, quotas) or fill it in.
struct Review
{
    enum class Operation { Create, Update, Delete };
    /// Webhooks that fill in are asked before an object is checked against its schema; the registry, which adds what
    /// only the server knows, and those who refuse, after it.
    enum class Stage { Mutation, Validation };

    Operation operation;
    Part part;
    const Resource& resource;
    const Write& write;
    QJsonObject before; ///< empty for Create
    QJsonObject after;  ///< may be changed, but for Delete
    Stage stage = Stage::Mutation;
};

/// What etcd and the registry are in a real cluster: every object with one counter of revisions over all, the rules of
/// metadata (uid, generation, finalizers, deletion), and the recent past for those who watch.
///
/// Whoever subscribes is told of every change in order, before the writing call returns unless that call was made from
/// such a telling: then right after. Objects never change; a Snapshot may be kept.
class Objects
{
public:
    using Listener = std::function<void(const Event&)>;
    using Admission = std::function<std::optional<Refusal>(Review&)>;
    /// Works out metadata.managedFields of `after` for a write by write.manager; knows no other field.
    using Ownership = std::function<void(const QJsonObject& before, QJsonObject& after, Part part, const Write& write)>;
    using Edit = std::function<void(QJsonObject& document)>;

    Objects(Clock& clock, const Chance& chance);
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    const Resources& resources() const { return m_resources; }

    /// Null: there is none. Kinds without namespace are asked for with an empty one.
    Snapshot find(QStringView type, const QString& ns, const QString& name) const;
    Snapshot findByUid(const QString& uid) const;
    /// In the order of etcd's keys (namespace/name); an empty namespace: all.
    std::vector<Snapshot> list(QStringView type, const QString& ns = {}) const;
    /// As it was at an earlier revision; nothing: that is forgotten (410 Gone), or yet to come.
    std::optional<std::vector<Snapshot>> listAt(QStringView type, const QString& ns, quint64 revision) const;
    /// How many there are of a type, in all namespaces.
    std::size_t count(QStringView type) const;

    /// metadata.name or metadata.generateName is obligatory; for namespaced kinds metadata.namespace, too. What stands
    /// under status is dropped where status has a door of its own.
    Outcome create(QStringView type, QJsonObject document, const Write& write = {});
    /// Takes `document` instead of what is stored under its namespace and name. A metadata.resourceVersion in it is a
    /// condition. The last finalizer going from an object that is being deleted deletes it.
    Outcome replace(QStringView type, const QJsonObject& document, Part part, const Write& write = {});
    /// Replaces with what `edit` makes of the present state, made anew: an object may be changed for weeks and takes no
    /// more memory than its members do. NotFound when there is none.
    Outcome change(QStringView type, const QString& ns, const QString& name, Part part, const Edit& edit,
                   const Write& write = {});
    Outcome remove(QStringView type, const QString& ns, const QString& name, const Deletion& deletion = {});

    /// The number of the last change; a resourceVersion is its decimal text.
    quint64 revision() const { return m_history.last(); }
    const History& history() const { return m_history; }
    /// The API server hangs: the controllers of this process stop at their next step until it goes on. Readers and
    /// writers of this object are not held up; whoever plays a client of the server asks isFrozen() himself.
    void freeze() { m_frozen = true; }
    void thaw();
    bool isFrozen() const { return m_frozen; }
    /// Runs the task now, or once the server goes on.
    void whenServed(std::function<void()> task);

    /// Forgets the past: who watches from before gets 410 Gone.
    void compact() { m_history.compact(); }

    /// Until the answer is dropped.
    Subscription subscribe(Filter filter, Listener listener);
    /// Asked in the order of registration, for real and dry writes, once in each stage; until the answer is dropped.
    Subscription admit(Filter filter, Admission admission);
    /// Only the stage Mutation, for whoever checks a document before it is written.
    std::optional<Refusal> mutate(Review& review) const { return ask(review, Review::Stage::Mutation); }
    void setOwnership(Ownership ownership) { m_ownership = std::move(ownership); }

private:
    struct Hook
    {
        Filter filter;
        Listener listener;
        Admission admission;
    };
    using Hooks = std::vector<std::weak_ptr<const Hook>>;

    std::optional<Refusal> review(Review& review) const;
    std::optional<Refusal> ask(Review& review, Review::Stage stage) const;
    std::optional<Refusal> refuseNamespace(const Resource& resource, const QString& ns) const;
    Outcome store(const Resource& resource, QJsonObject document, const Snapshot& before, const Write& write);
    Outcome discard(const Resource& resource, QJsonObject document, const Snapshot& before, const Write& write);
    void tell(Event event);
    void keepDefinitions(const Event& event);

    Clock& m_clock;
    Chance m_uids;
    Chance m_names;
    Resources m_resources;
    std::map<QString, std::map<QString, Snapshot>, std::less<>> m_types;
    std::map<QString, Snapshot> m_byUid;
    History m_history;
    Ownership m_ownership;
    Hooks m_listeners;
    Hooks m_admissions;
    std::deque<Event> m_untold;
    bool m_telling = false;
    bool m_frozen = false;
    std::vector<std::function<void()>> m_waiting; ///< until it goes on
};

} // namespace sim
