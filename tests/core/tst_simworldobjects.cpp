#include "core/sim/world/path.h"
#include "core/sim/world/world.h"

#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::at;
using sim::Deletion;
using sim::Event;
using sim::Outcome;
using sim::Part;
using sim::put;
using sim::Review;
using sim::Snapshot;
using sim::World;
using sim::Write;
namespace type = sim::type;

namespace {

QJsonObject named(const QString& name, const QString& ns = u"shop"_s)
{
    QJsonObject metadata{{u"name"_s, name}};
    if (!ns.isEmpty())
        metadata.insert(u"namespace"_s, ns);
    return {{u"metadata"_s, metadata}};
}

QJsonObject ownedBy(QJsonObject document, const Snapshot& owner, bool blocks = false)
{
    auto owners = at(document, {u"metadata", u"ownerReferences"}).toArray();
    owners.append(QJsonObject{{u"apiVersion"_s, owner->document()[u"apiVersion"]},
                              {u"kind"_s, owner->document()[u"kind"]},
                              {u"name"_s, owner->name()},
                              {u"uid"_s, owner->uid()},
                              {u"blockOwnerDeletion"_s, blocks}});
    put(document, {u"metadata", u"ownerReferences"}, owners);
    return document;
}

QJsonObject definition()
{
    const QJsonObject names{
        {u"plural"_s, u"widgets"_s}, {u"kind"_s, u"Widget"_s}, {u"shortNames"_s, QJsonArray{u"wd"_s}}};
    const QJsonObject version{{u"name"_s, u"v1"_s},
                              {u"served"_s, true},
                              {u"storage"_s, true},
                              {u"subresources"_s, QJsonObject{{u"status"_s, QJsonObject{}}}}};
    auto document = named(u"widgets.example.org"_s, {});
    document.insert(u"spec"_s, QJsonObject{{u"group"_s, u"example.org"_s},
                                           {u"names"_s, names},
                                           {u"scope"_s, u"Namespaced"_s},
                                           {u"versions"_s, QJsonArray{version}}});
    return document;
}

QString textOf(const Event& event)
{
    const auto kind = event.kind == Event::Kind::Added ? u"+"_s : event.kind == Event::Kind::Modified ? u"*"_s : u"-"_s;
    return kind + event.object->name() + u'@' + QString::number(event.object->revision());
}

} // namespace

/// What etcd and the registry are in a real cluster.
class SimWorldObjectsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_world.reset(); }

    void givesANewObjectItsIdentity();
    void inventsNamesFromAPrefix();
    void refusesWhatIsThereWhatHasNoNameAndWhatHasNoNamespace();
    void listsInTheOrderOfEtcd();
    void statusHasADoorOfItsOwn();
    void countsGenerationsOnlyForWhatIsAskedFor();
    void writesNothingWhenNothingChanges();
    void refusesToWriteOverSomeoneElsesChange();
    void keepsWhatOnlyTheSystemWrites();
    void waitsForFinalizers();
    void addsNoFinalizerToWhatIsBeingDeleted();
    void refusesToDeleteAnotherObjectOfThatName();
    void aRunningPodTakesItsTimeToEnd();
    void answersADryRunAndChangesNothing();
    void tellsEveryChangeInOrderEvenWhenAListenerWrites();
    void aWatchResumesUntilThePastIsForgotten();
    void theLongAgoIsForgottenWhenMuchHappened();
    void listsAsItWasBefore();
    void whoAdmitsMayRefuseAndFillIn();
    void dependentsGoWithTheirLastOwner();
    void aForegroundDeletionWaitsForItsDependents();
    void anOrphaningDeletionLetsGo();
    void aNamespaceTakesItsContentAlong();
    void servesWhatADefinitionDefines();

private:
    Snapshot make(QStringView kind, const QJsonObject& document);
    std::optional<World> m_world;
};

void SimWorldObjectsTest::init()
{
    support::keepClean();
    m_world.emplace(sim::Instant{std::chrono::sys_days(std::chrono::year(2026) / 1 / 2)}, 1);
    make(type::namespaces, named(u"shop"_s, {}));
}

Snapshot SimWorldObjectsTest::make(QStringView kind, const QJsonObject& document)
{
    const auto made = m_world->objects.create(kind, document);
    if (!made)
        qFatal("%s", qPrintable(made.refusal().message));
    return made.object();
}

void SimWorldObjectsTest::givesANewObjectItsIdentity()
{
    auto document = named(u"settings"_s);
    put(document, {u"metadata", u"uid"}, u"mine"_s);
    put(document, {u"metadata", u"generation"}, 7);
    const auto made = make(type::configMaps, document);
    QCOMPARE(made->document()[u"apiVersion"], u"v1"_s);
    QCOMPARE(made->document()[u"kind"], u"ConfigMap"_s);
    const auto metadata = made->metadata();
    QCOMPARE(metadata[u"creationTimestamp"], u"2026-01-02T00:00:00Z"_s);
    QCOMPARE(metadata[u"uid"].toString().size(), 36);
    QCOMPARE(metadata[u"resourceVersion"], QString::number(made->revision()));
    QVERIFY(!metadata.contains(u"generation"));
    QCOMPARE(m_world->objects.find(type::configMaps, u"shop"_s, u"settings"_s), made);
    QCOMPARE(m_world->objects.findByUid(made->uid()), made);
    QCOMPARE(m_world->objects.revision(), made->revision());
    QCOMPARE(QJsonDocument::fromJson(made->bytes()).object(), made->document());
}

void SimWorldObjectsTest::inventsNamesFromAPrefix()
{
    auto document = named({});
    put(document, {u"metadata", u"generateName"}, u"orders-"_s);
    const auto first = make(type::pods, document);
    const auto second = make(type::pods, document);
    QVERIFY(first->name().startsWith(u"orders-"));
    QCOMPARE(first->name().size(), 12);
    QVERIFY(first->name() != second->name());
}

void SimWorldObjectsTest::refusesWhatIsThereWhatHasNoNameAndWhatHasNoNamespace()
{
    auto& objects = m_world->objects;
    make(type::pods, named(u"a"_s));
    const auto again = objects.create(type::pods, named(u"a"_s));
    QCOMPARE(again.refusal().code, 409);
    QCOMPARE(again.refusal().message, u"pods \"a\" already exists"_s);
    const auto nameless = objects.create(type::pods, named({}));
    QCOMPARE(nameless.refusal().message,
             u"Pod \"\" is invalid: metadata.name: Required value: name or generateName is required"_s);
    const auto lost = objects.create(type::pods, named(u"a"_s, u"nowhere"_s));
    QCOMPARE(lost.refusal().code, 404);
    QCOMPARE(lost.refusal().message, u"namespaces \"nowhere\" not found"_s);
    const auto unknown = objects.create(u"things.example.org", named(u"a"_s));
    QCOMPARE(unknown.refusal().code, 404);
}

void SimWorldObjectsTest::listsInTheOrderOfEtcd()
{
    for (const auto& ns : {u"shop-b"_s, u"a"_s})
        make(type::namespaces, named(ns, {}));
    make(type::pods, named(u"z"_s, u"a"_s));
    make(type::pods, named(u"x"_s));
    make(type::pods, named(u"b"_s));
    make(type::pods, named(u"a"_s, u"shop-b"_s));
    QStringList names;
    for (const auto& pod : m_world->objects.list(type::pods))
        names += pod->ns() + u'/' + pod->name();
    // A hyphen sorts before the slash.
    QCOMPARE(names, QStringList({u"a/z"_s, u"shop-b/a"_s, u"shop/b"_s, u"shop/x"_s}));
    QCOMPARE(m_world->objects.list(type::pods, u"shop"_s).size(), 2);
    QCOMPARE(m_world->objects.list(type::pods, u"sho"_s).size(), 0);
    QCOMPARE(m_world->objects.count(type::pods), 4);
}

void SimWorldObjectsTest::statusHasADoorOfItsOwn()
{
    auto document = named(u"web"_s);
    document.insert(u"status"_s, QJsonObject{{u"replicas"_s, 9}});
    const auto made = make(type::deployments, document);
    QVERIFY(!made->document().contains(u"status"));

    const auto edit = [](QJsonObject& web) {
        put(web, {u"spec", u"replicas"}, 3);
        put(web, {u"status", u"replicas"}, 2);
    };
    const auto status = m_world->objects.change(type::deployments, u"shop"_s, u"web"_s, Part::Status, edit);
    QCOMPARE(at(status.object()->document(), {u"status", u"replicas"}), QJsonValue(2));
    QVERIFY(!status.object()->document().contains(u"spec"));
    const auto main = m_world->objects.change(type::deployments, u"shop"_s, u"web"_s, Part::Main, [](QJsonObject& web) {
        put(web, {u"spec", u"replicas"}, 3);
        web.remove(u"status"_s);
    });
    QCOMPARE(at(main.object()->document(), {u"status", u"replicas"}), QJsonValue(2));
    QCOMPARE(at(main.object()->document(), {u"spec", u"replicas"}), QJsonValue(3));
}

void SimWorldObjectsTest::countsGenerationsOnlyForWhatIsAskedFor()
{
    auto& objects = m_world->objects;
    const auto generation = [&] {
        return at(objects.find(type::deployments, u"shop"_s, u"web"_s)->document(), {u"metadata", u"generation"})
            .toInt();
    };
    make(type::deployments, named(u"web"_s));
    QCOMPARE(generation(), 1);
    const auto change = [&](Part part, sim::Path path, const QJsonValue& value) {
        return objects.change(type::deployments, u"shop"_s, u"web"_s, part,
                              [&](QJsonObject& document) { put(document, path, value); });
    };
    QVERIFY(change(Part::Main, {u"metadata", u"labels", u"a"}, u"b"_s));
    QVERIFY(change(Part::Status, {u"status", u"replicas"}, 1));
    QCOMPARE(generation(), 1);
    QVERIFY(change(Part::Main, {u"spec", u"replicas"}, 1));
    QCOMPARE(generation(), 2);
}

void SimWorldObjectsTest::writesNothingWhenNothingChanges()
{
    make(type::pods, named(u"a"_s));
    const auto before = m_world->objects.revision();
    const auto same = m_world->objects.change(type::pods, u"shop"_s, u"a"_s, Part::Main, [](QJsonObject&) {});
    QCOMPARE(same.change(), Outcome::Change::None);
    QCOMPARE(m_world->objects.revision(), before);
}

void SimWorldObjectsTest::refusesToWriteOverSomeoneElsesChange()
{
    auto& objects = m_world->objects;
    auto document = make(type::configMaps, named(u"c"_s))->document();
    put(document, {u"data", u"a"}, u"1"_s);
    QVERIFY(objects.replace(type::configMaps, document, Part::Main));
    put(document, {u"data", u"a"}, u"2"_s);
    const auto stale = objects.replace(type::configMaps, document, Part::Main);
    QCOMPARE(stale.refusal().code, 409);
    QCOMPARE(stale.refusal().message,
             u"Operation cannot be fulfilled on configmaps \"c\": the object has been modified; please apply your "
             u"changes to the latest version and try again"_s);
    put(document, {u"metadata", u"resourceVersion"}, QJsonValue::Undefined);
    QVERIFY(objects.replace(type::configMaps, document, Part::Main));
    put(document, {u"metadata", u"uid"}, u"another"_s);
    QCOMPARE(objects.replace(type::configMaps, document, Part::Main).refusal().code, 409);
}

void SimWorldObjectsTest::keepsWhatOnlyTheSystemWrites()
{
    const auto made = make(type::deployments, named(u"web"_s));
    auto document = named(u"web"_s);
    put(document, {u"metadata", u"generation"}, 99);
    put(document, {u"metadata", u"deletionTimestamp"}, u"2026-01-02T00:00:00Z"_s);
    put(document, {u"metadata", u"creationTimestamp"}, u"1999-01-02T00:00:00Z"_s);
    put(document, {u"spec", u"paused"}, true);
    const auto replaced = m_world->objects.replace(type::deployments, document, Part::Main);
    auto expected = made->metadata();
    expected.insert(u"generation"_s, 2);
    expected.insert(u"resourceVersion"_s, QString::number(replaced.object()->revision()));
    QCOMPARE(replaced.object()->metadata(), expected);
}

void SimWorldObjectsTest::waitsForFinalizers()
{
    auto& objects = m_world->objects;
    auto document = named(u"web"_s);
    put(document, {u"metadata", u"finalizers"}, QJsonArray{u"example.org/hold"_s});
    make(type::deployments, document);
    const auto pending = objects.remove(type::deployments, u"shop"_s, u"web"_s);
    QCOMPARE(pending.change(), Outcome::Change::Modified);
    QVERIFY(pending.object()->isBeingDeleted());
    QCOMPARE(pending.object()->metadata()[u"generation"], QJsonValue(2));
    QCOMPARE(objects.remove(type::deployments, u"shop"_s, u"web"_s).change(), Outcome::Change::None);
    const auto gone = objects.change(type::deployments, u"shop"_s, u"web"_s, Part::Main, [](QJsonObject& web) {
        put(web, {u"metadata", u"finalizers"}, QJsonValue::Undefined);
    });
    QCOMPARE(gone.change(), Outcome::Change::Deleted);
    QVERIFY(!objects.find(type::deployments, u"shop"_s, u"web"_s));
    QVERIFY(!objects.findByUid(gone.object()->uid()));
    // A watch sees the revision of the deletion.
    QCOMPARE(gone.object()->revision(), objects.revision());
}

void SimWorldObjectsTest::addsNoFinalizerToWhatIsBeingDeleted()
{
    auto document = named(u"c"_s);
    put(document, {u"metadata", u"finalizers"}, QJsonArray{u"a.org/x"_s});
    make(type::configMaps, document);
    QVERIFY(m_world->objects.remove(type::configMaps, u"shop"_s, u"c"_s));
    const auto refused = m_world->objects.change(type::configMaps, u"shop"_s, u"c"_s, Part::Main, [](QJsonObject& c) {
        put(c, {u"metadata", u"finalizers"}, QJsonArray{u"a.org/x"_s, u"b.org/y"_s});
    });
    QCOMPARE(refused.refusal().code, 422);
    QCOMPARE(refused.refusal().causes.first().field, u"metadata.finalizers"_s);
}

void SimWorldObjectsTest::refusesToDeleteAnotherObjectOfThatName()
{
    const auto made = make(type::pods, named(u"a"_s));
    Deletion other;
    other.write.uid = u"1234"_s;
    const auto refused = m_world->objects.remove(type::pods, u"shop"_s, u"a"_s, other);
    QCOMPARE(refused.refusal().reason, u"Conflict"_s);
    QVERIFY(refused.refusal().message.contains(u"does not match the UID in record (%1)"_s.arg(made->uid())));
    Deletion stale;
    stale.write.resourceVersion = u"1"_s;
    QCOMPARE(m_world->objects.remove(type::pods, u"shop"_s, u"a"_s, stale).refusal().code, 409);
    other.write.uid = made->uid();
    QCOMPARE(m_world->objects.remove(type::pods, u"shop"_s, u"a"_s, other).change(), Outcome::Change::Deleted);
    QCOMPARE(m_world->objects.remove(type::pods, u"shop"_s, u"a"_s).refusal().code, 404);
}

void SimWorldObjectsTest::aRunningPodTakesItsTimeToEnd()
{
    auto document = named(u"a"_s);
    put(document, {u"spec", u"nodeName"}, u"node-1"_s);
    put(document, {u"spec", u"terminationGracePeriodSeconds"}, 20);
    make(type::pods, document);
    const auto ending = m_world->objects.remove(type::pods, u"shop"_s, u"a"_s);
    QCOMPARE(ending.object()->metadata()[u"deletionTimestamp"], u"2026-01-02T00:00:20Z"_s);
    QCOMPARE(ending.object()->metadata()[u"deletionGracePeriodSeconds"], QJsonValue(20));
    Deletion now;
    now.grace = 0s;
    QCOMPARE(m_world->objects.remove(type::pods, u"shop"_s, u"a"_s, now).change(), Outcome::Change::Deleted);
}

void SimWorldObjectsTest::answersADryRunAndChangesNothing()
{
    auto& objects = m_world->objects;
    make(type::deployments, named(u"web"_s));
    const auto before = objects.revision();
    Write dry;
    dry.mode = Write::Mode::DryRun;
    const auto made = objects.create(type::deployments, named(u"new"_s), dry);
    QCOMPARE(made.object()->metadata()[u"uid"].toString().size(), 36);
    QVERIFY(!made.object()->metadata().contains(u"resourceVersion"));
    const auto scale = [](QJsonObject& web) { put(web, {u"spec", u"replicas"}, 5); };
    const auto changed = objects.change(type::deployments, u"shop"_s, u"web"_s, Part::Main, scale, dry);
    QCOMPARE(changed.object()->metadata()[u"generation"], QJsonValue(2));
    Deletion gone;
    gone.write = dry;
    QCOMPARE(objects.remove(type::deployments, u"shop"_s, u"web"_s, gone).change(), Outcome::Change::Deleted);
    QCOMPARE(objects.revision(), before);
    QCOMPARE(objects.count(type::deployments), 1);
}

void SimWorldObjectsTest::tellsEveryChangeInOrderEvenWhenAListenerWrites()
{
    auto& objects = m_world->objects;
    QStringList first;
    QStringList second;
    const auto writing = objects.subscribe({type::pods.toString(), {}}, [&](const Event& event) {
        first += textOf(event);
        if (event.object->name() == u"a" && event.kind == Event::Kind::Added)
            make(type::pods, named(u"b"_s));
    });
    auto reading =
        objects.subscribe({type::pods.toString(), u"shop"_s}, [&](const Event& event) { second += textOf(event); });
    const auto revision = make(type::pods, named(u"a"_s))->revision();
    QCOMPARE(first, QStringList({u"+a@%1"_s.arg(revision), u"+b@%1"_s.arg(revision + 1)}));
    QCOMPARE(second, first);
    reading.reset();
    QVERIFY(objects.remove(type::pods, u"shop"_s, u"a"_s));
    QCOMPARE(first.last(), u"-a@%1"_s.arg(revision + 2));
    QCOMPARE(second.size(), 2);
}

void SimWorldObjectsTest::aWatchResumesUntilThePastIsForgotten()
{
    auto& objects = m_world->objects;
    const auto from = objects.revision();
    make(type::pods, named(u"a"_s));
    make(type::configMaps, named(u"c"_s));
    QVERIFY(objects.remove(type::pods, u"shop"_s, u"a"_s));
    const auto missed = objects.history().since({type::pods.toString(), u"shop"_s}, from);
    QVERIFY(missed);
    QCOMPARE(missed->size(), 2);
    QCOMPARE(missed->at(1).kind, Event::Kind::Deleted);
    objects.compact();
    QVERIFY(!objects.history().since({type::pods.toString(), {}}, from));
    QVERIFY(objects.history().since({type::pods.toString(), {}}, objects.revision())->empty());
}

void SimWorldObjectsTest::theLongAgoIsForgottenWhenMuchHappened()
{
    auto& objects = m_world->objects;
    make(type::configMaps, named(u"c"_s));
    const auto changes = [&](int count) {
        for (int i = 0; i < count; ++i)
            QVERIFY(objects.change(type::configMaps, u"shop"_s, u"c"_s, Part::Main, [i](QJsonObject& map) {
                put(map, {u"data", u"a"}, QString::number(i));
            }));
    };
    const auto canResume = [&](quint64 from) {
        return objects.history().since({type::configMaps.toString(), {}}, from).has_value();
    };
    const auto first = objects.revision();
    changes(1);
    m_world->clock.advance(24h);
    changes(500);
    QVERIFY(canResume(first));
    changes(4000);
    QVERIFY(!canResume(first));
    const auto busy = objects.revision() - 4400;
    QVERIFY(canResume(busy));
    m_world->clock.advance(11min);
    changes(1);
    QVERIFY(!canResume(busy));
    QVERIFY(canResume(objects.revision() - 1000));
    changes(20'000);
    QVERIFY(!canResume(objects.revision() - 10'001));
    QVERIFY(canResume(objects.revision() - 10'000));
}

void SimWorldObjectsTest::listsAsItWasBefore()
{
    auto& objects = m_world->objects;
    make(type::configMaps, named(u"kept"_s));
    make(type::configMaps, named(u"gone"_s));
    const auto then = objects.revision();
    const auto before = objects.list(type::configMaps);
    QVERIFY(objects.remove(type::configMaps, u"shop"_s, u"gone"_s));
    make(type::configMaps, named(u"new"_s));
    QVERIFY(objects.change(type::configMaps, u"shop"_s, u"kept"_s, Part::Main, [](QJsonObject& kept) {
        put(kept, {u"data", u"a"}, u"b"_s);
    }));
    QVERIFY(objects.listAt(type::configMaps, u"shop"_s, then) == before);
    QVERIFY(objects.listAt(type::configMaps, {}, objects.revision()) == objects.list(type::configMaps));
    QVERIFY(!objects.listAt(type::configMaps, {}, objects.revision() + 1));
    objects.compact();
    QVERIFY(!objects.listAt(type::configMaps, {}, then));
}

void SimWorldObjectsTest::whoAdmitsMayRefuseAndFillIn()
{
    auto& objects = m_world->objects;
    auto admission =
        objects.admit({type::pods.toString(), u"shop"_s}, [](Review& review) -> std::optional<sim::Refusal> {
            if (review.operation == Review::Operation::Create && review.write.user == u"stranger")
                return sim::Refusal::forbidden(type::pods, u"a"_s, u"exceeded quota"_s);
            put(review.after, {u"metadata", u"labels", u"seen"}, u"yes"_s);
            return std::nullopt;
        });
    Write stranger;
    stranger.user = u"stranger"_s;
    QCOMPARE(objects.create(type::pods, named(u"a"_s), stranger).refusal().message,
             u"pods \"a\" is forbidden: exceeded quota"_s);
    QCOMPARE(make(type::pods, named(u"a"_s))->labels()[u"seen"], u"yes"_s);
    admission.reset();
    QVERIFY(make(type::pods, named(u"b"_s))->labels().isEmpty());
}

void SimWorldObjectsTest::dependentsGoWithTheirLastOwner()
{
    auto& objects = m_world->objects;
    const auto one = make(type::configMaps, named(u"one"_s));
    const auto two = make(type::configMaps, named(u"two"_s));
    make(type::pods, ownedBy(named(u"a"_s), one));
    make(type::pods, ownedBy(ownedBy(named(u"b"_s), one), two));
    QVERIFY(objects.remove(type::configMaps, u"shop"_s, u"one"_s));
    QVERIFY(objects.find(type::pods, u"shop"_s, u"a"_s));
    m_world->clock.advance(1s);
    QVERIFY(!objects.find(type::pods, u"shop"_s, u"a"_s));
    const auto left = objects.find(type::pods, u"shop"_s, u"b"_s);
    QCOMPARE(left->metadata()[u"ownerReferences"].toArray().size(), 1);
    QVERIFY(objects.remove(type::configMaps, u"shop"_s, u"two"_s));
    m_world->clock.advance(1s);
    QCOMPARE(objects.count(type::pods), 0);
    // Born of an owner that is gone already.
    make(type::pods, ownedBy(named(u"late"_s), one));
    m_world->clock.advance(1s);
    QCOMPARE(objects.count(type::pods), 0);
}

void SimWorldObjectsTest::aForegroundDeletionWaitsForItsDependents()
{
    auto& objects = m_world->objects;
    const auto owner = make(type::deployments, named(u"web"_s));
    auto held = ownedBy(named(u"set"_s), owner, true);
    put(held, {u"metadata", u"finalizers"}, QJsonArray{u"example.org/hold"_s});
    make(type::replicaSets, held);
    Deletion foreground;
    foreground.propagation = Deletion::Propagation::Foreground;
    QCOMPARE(objects.remove(type::deployments, u"shop"_s, u"web"_s, foreground).change(), Outcome::Change::Modified);
    m_world->clock.advance(1min);
    QVERIFY(objects.find(type::deployments, u"shop"_s, u"web"_s));
    QVERIFY(objects.find(type::replicaSets, u"shop"_s, u"set"_s)->isBeingDeleted());
    QVERIFY(objects.change(type::replicaSets, u"shop"_s, u"set"_s, Part::Main, [](QJsonObject& set) {
        put(set, {u"metadata", u"finalizers"}, QJsonValue::Undefined);
    }));
    m_world->clock.advance(1s);
    QVERIFY(!objects.find(type::deployments, u"shop"_s, u"web"_s));
}

void SimWorldObjectsTest::anOrphaningDeletionLetsGo()
{
    auto& objects = m_world->objects;
    const auto owner = make(type::deployments, named(u"web"_s));
    make(type::replicaSets, ownedBy(named(u"set"_s), owner));
    Deletion orphan;
    orphan.propagation = Deletion::Propagation::Orphan;
    QVERIFY(objects.remove(type::deployments, u"shop"_s, u"web"_s, orphan));
    m_world->clock.advance(1s);
    QVERIFY(!objects.find(type::deployments, u"shop"_s, u"web"_s));
    QVERIFY(objects.find(type::replicaSets, u"shop"_s, u"set"_s)->metadata()[u"ownerReferences"].toArray().isEmpty());
}

void SimWorldObjectsTest::aNamespaceTakesItsContentAlong()
{
    auto& objects = m_world->objects;
    auto document = named(u"temp"_s, {});
    put(document, {u"spec", u"finalizers"}, QJsonArray{u"kubernetes"_s});
    make(type::namespaces, document);
    make(type::pods, named(u"a"_s, u"temp"_s));
    const auto ending = objects.remove(type::namespaces, {}, u"temp"_s);
    QCOMPARE(at(ending.object()->document(), {u"status", u"phase"}), QJsonValue(u"Terminating"_s));
    const auto refused = objects.create(type::pods, named(u"b"_s, u"temp"_s));
    QCOMPARE(refused.refusal().code, 403);
    QCOMPARE(refused.refusal().causes.first().reason, u"NamespaceTerminating"_s);
    m_world->clock.advance(1s);
    QVERIFY(!objects.find(type::namespaces, {}, u"temp"_s));
    QCOMPARE(objects.count(type::pods), 0);
}

void SimWorldObjectsTest::servesWhatADefinitionDefines()
{
    auto& objects = m_world->objects;
    QVERIFY(!objects.resources().ofType(u"widgets.example.org"));
    make(type::definitions, definition());
    const auto resource = objects.resources().find(u"example.org", u"v1", u"widgets");
    QVERIFY(resource && resource->hasStatus());
    QCOMPARE(resource->singular, u"widget"_s);
    QCOMPARE(resource->listKind, u"WidgetList"_s);
    QCOMPARE(resource->path(u"shop"_s, u"w"_s), u"/apis/example.org/v1/namespaces/shop/widgets/w"_s);
    make(u"widgets.example.org", named(u"w"_s));
    m_world->clock.advance(1s);
    const auto accepted = objects.find(type::definitions, {}, u"widgets.example.org"_s)->document();
    QCOMPARE(at(accepted, {u"status", u"conditions"}).toArray().size(), 2);
    QCOMPARE(at(accepted, {u"status", u"storedVersions"}).toArray(), QJsonArray{u"v1"_s});
    QVERIFY(objects.remove(type::definitions, {}, u"widgets.example.org"_s));
    m_world->clock.advance(1s);
    QVERIFY(!objects.resources().ofType(u"widgets.example.org"));
    QCOMPARE(objects.count(u"widgets.example.org"), 0);
    QVERIFY(!objects.find(type::definitions, {}, u"widgets.example.org"_s));
}

QTEST_GUILESS_MAIN(SimWorldObjectsTest)
#include "tst_simworldobjects.moc"
