#include "core/sim/documents/ownership.h"
#include "core/sim/documents/patches.h"
#include "core/sim/documents/typed.h"
#include "core/sim/world/chance.h"
#include "core/sim/world/path.h"
#include "tests/support/hygiene.h"
#include "tests/support/sim/simstory.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim::documents;

namespace {

/// JSON with single quotation marks.
QJsonValue parsed(QByteArray text)
{
    return QJsonDocument::fromJson('[' + text.replace('\'', '"') + ']').array().at(0);
}

Kind tryKind()
{
    return kindOf(*support::simStoryResources().find(u"tests.drey", u"v1", u"tries"));
}

/// Values made up from a seed: small, of the fields the test kind has and of some it has not.
class Imagination
{
public:
    explicit Imagination(quint64 seed)
        : m_chance(seed)
    {
    }

    int number(int most) { return int(m_chance.between(0, most)); }

    QJsonObject specification()
    {
        QJsonObject spec{{u"mode"_s, number(1) == 0 ? u"fast"_s : u"slow"_s}};
        if (number(2) == 0)
            spec.insert(u"replicas"_s, number(9));
        if (number(2) == 0)
            spec.insert(u"labels"_s, map());
        if (number(2) == 0)
            spec.insert(u"free"_s, QJsonObject{{u"deep"_s, map()}});
        if (number(2) == 0)
            spec.insert(u"whole"_s, QJsonObject{{u"a"_s, text()}});
        if (number(2) == 0)
            spec.insert(u"tags"_s, set());
        if (number(2) == 0)
            spec.insert(u"ports"_s, ports());
        if (number(2) == 0)
            spec.insert(u"list"_s, set());
        return spec;
    }

    QJsonValue anything(int depth)
    {
        switch (number(depth > 0 ? 6 : 4)) {
        case 0:
            return QJsonValue();
        case 1:
            return number(3);
        case 2:
            return text();
        case 3:
            return number(1) == 0;
        case 4:
            return QJsonArray();
        case 5: {
            QJsonArray list;
            for (int count = number(3); count > 0; --count)
                list.append(anything(depth - 1));
            return list;
        }
        default: {
            QJsonObject object;
            for (int count = number(3); count > 0; --count)
                object.insert(text(), anything(depth - 1));
            return object;
        }
        }
    }

    QString text()
    {
        static const QStringList words{u"a"_s,      u"b"_s,        u"name"_s,     u"spec"_s,       u"containers"_s,
                                       u"env"_s,    u"ports"_s,    u"metadata"_s, u"$patch"_s,     u"replace"_s,
                                       u"delete"_s, u"template"_s, u"labels"_s,   u"finalizers"_s, u"$retainKeys"_s};
        return words[number(int(words.size()) - 1)];
    }

private:
    QJsonObject map()
    {
        QJsonObject object;
        for (int count = 1 + number(1); count > 0; --count)
            object.insert(QString(QChar(u'k' + number(3))), QString::number(number(3)));
        return object;
    }

    QJsonArray set()
    {
        QJsonArray values{u"z"_s};
        for (int tag = 0; tag < 4; ++tag) {
            if (number(1) == 0)
                values.append(QString(QChar(u'a' + tag)));
        }
        return values;
    }

    QJsonArray ports()
    {
        QJsonArray values{QJsonObject{{u"port"_s, 9}}};
        for (int port = 1; port < 4; ++port) {
            if (number(1) == 0)
                values.append(QJsonObject{{u"port"_s, port}, {u"name"_s, QString::number(number(2))}});
        }
        return values;
    }

    sim::Chance m_chance;
};

} // namespace

class TestSimPatches : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void patchesAsTheStandardsSay_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("expected"); // empty: it is refused
        const auto row = [](const char* name, const char* document, const char* patch, const char* expected) {
            QTest::newRow(name) << QByteArray(document) << QByteArray(patch) << QByteArray(expected);
        };
        row("add a member", "{'a':1}", "[{'op':'add','path':'/b','value':2}]", "{'a':1,'b':2}");
        row("add to a list", "{'a':[1,3]}", "[{'op':'add','path':'/a/1','value':2}]", "{'a':[1,2,3]}");
        row("add at the end", "{'a':[1]}", "[{'op':'add','path':'/a/-','value':2}]", "{'a':[1,2]}");
        row("add outside", "{'a':[1]}", "[{'op':'add','path':'/a/5','value':2}]", "");
        row("add below nothing", "{}", "[{'op':'add','path':'/a/b','value':2}]", "");
        row("remove", "{'a':1,'b':2}", "[{'op':'remove','path':'/a'}]", "{'b':2}");
        row("remove from a list", "{'a':[1,2]}", "[{'op':'remove','path':'/a/0'}]", "{'a':[2]}");
        row("remove nothing", "{}", "[{'op':'remove','path':'/a'}]", "");
        row("replace", "{'a':{'b':1}}", "[{'op':'replace','path':'/a/b','value':null}]", "{'a':{'b':null}}");
        row("move", "{'a':{'b':1},'c':{}}", "[{'op':'move','from':'/a/b','path':'/c/d'}]", "{'a':{},'c':{'d':1}}");
        row("move into itself", "{'a':{'b':1}}", "[{'op':'move','from':'/a','path':'/a/b'}]", "");
        row("copy", "{'a':[1]}", "[{'op':'copy','from':'/a/0','path':'/a/-'}]", "{'a':[1,1]}");
        row("a test that holds", "{'a':{'b':[1]}}", "[{'op':'test','path':'/a','value':{'b':[1]}}]", "{'a':{'b':[1]}}");
        row("a test that fails", "{'a':1}", "[{'op':'test','path':'/a','value':2}]", "");
        row("escaped names", "{'a/b':1,'c~d':2}",
            "[{'op':'remove','path':'/a~1b'},{'op':'replace','path':'/c~0d','value':3}]", "{'c~d':3}");
        row("an unknown operation", "{}", "[{'op':'twist','path':'/a'}]", "");
        row("no operation", "{'a':1}", "[7]", "");
        row("a path without slash", "{'a':1}", "[{'op':'remove','path':'a'}]", "");
    }

    void patchesAsTheStandardsSay()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, expected);
        const auto answer = jsonPatched(parsed(document).toObject(), parsed(patch).toArray());
        QCOMPARE(bool(answer), !expected.isEmpty());
        if (answer)
            QCOMPARE(*answer, parsed(expected).toObject());
        else
            QCOMPARE(answer.refusal().code, 422);
    }

    void mergesAsTheStandardSays()
    {
        const auto document = parsed("{'a':{'b':1,'c':2},'d':[1,2],'e':'x'}").toObject();
        const auto patch = parsed("{'a':{'b':null,'f':3},'d':[3],'g':{'h':null,'i':1}}").toObject();
        QCOMPARE(mergePatched(document, patch), parsed("{'a':{'c':2,'f':3},'d':[3],'e':'x','g':{'i':1}}").toObject());
    }

    /// Whatever a patch holds, it is answered.
    void survivesAnyPatch()
    {
        const auto resources = sim::Resources();
        const auto kind = kindOf(*resources.find(u"apps", u"v1", u"deployments"));
        Imagination imagination(20260102);
        const auto base =
            parsed("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'x','labels':{'a':'b'},"
                   "'finalizers':['a','b']},'spec':{'template':{'spec':{'containers':[{'name':'a','image':'i','env':[{'"
                   "name':'b'}],"
                   "'ports':[{'containerPort':1}]}]}}}}")
                .toObject();
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            const auto patch = imagination.anything(6).toObject();
            const auto inner = QJsonObject{{u"spec"_s, QJsonObject{{u"template"_s, QJsonObject{{u"spec"_s, patch}}}}}};
            refused += strategicallyPatched(*kind.schema, base, inner) ? 0 : 1;
            refused += strategicallyPatched(*kind.schema, base, patch) ? 0 : 1;
            mergePatched(base, patch);
            const QJsonArray operations{QJsonObject{{u"op"_s, u"add"_s},
                                                    {u"path"_s, u"/spec/"_s + imagination.text()},
                                                    {u"value"_s, imagination.anything(3)}},
                                        imagination.anything(2)};
            refused += jsonPatched(base, operations) ? 0 : 1;
        }
        QVERIFY(refused > 0);
    }

    /// What the owners own is there, what an applier named last is theirs, and what nobody named is gone.
    void keepsOwnershipConsistent()
    {
        const auto kind = tryKind();
        Imagination imagination(7);
        auto live = QJsonObject{{u"apiVersion"_s, u"tests.drey/v1"_s},
                                {u"kind"_s, u"Try"_s},
                                {u"metadata"_s, QJsonObject{{u"name"_s, u"t"_s}}}};
        const QStringList names{u"one"_s, u"two"_s, u"three"_s};
        int conflicts = 0;
        for (int round = 0; round < 2000; ++round) {
            const QJsonObject configuration{{u"apiVersion"_s, u"tests.drey/v1"_s},
                                            {u"kind"_s, u"Try"_s},
                                            {u"metadata"_s, QJsonObject{{u"name"_s, u"t"_s}}},
                                            {u"spec"_s, imagination.specification()}};
            const auto name = names[imagination.number(2)];
            const bool isUpdate = imagination.number(3) == 0;
            const Manager writer{name, isUpdate ? u"Update"_s : u"Apply"_s, u"tests.drey/v1"_s, {}, u"T"_s, {}};
            if (isUpdate) {
                auto after = live;
                after.insert(u"spec"_s, configuration.value(u"spec"_s));
                trackWrite(kind, live, after, Door::Main, writer);
                live = after;
            } else {
                QCOMPARE(typedError(*kind.schema, configuration), QString());
                const auto answer = applied(kind, live, configuration, Door::Main, writer, imagination.number(1) == 0);
                if (!answer) {
                    ++conflicts;
                    QVERIFY(!answer.refusal().causes.isEmpty());
                    continue;
                }
                live = *answer;
                QVERIFY2(holdsAll(kind, live, configuration),
                         QJsonDocument(QJsonArray{live, configuration}).toJson().constData());
            }
            QVERIFY2(ownersOwnWhatIsThere(kind, live), qPrintable(u"round %1"_s.arg(round)));
            sim::put(live, {u"metadata", u"uid"}, u"u"_s);
        }
        QVERIFY(conflicts > 0);
    }

    /// The same again is the same: nothing changes, nobody gains or loses.
    void appliesTwiceAsOnce()
    {
        const auto kind = tryKind();
        Imagination imagination(99);
        for (int round = 0; round < 300; ++round) {
            const QJsonObject start{{u"metadata"_s, QJsonObject{{u"name"_s, u"t"_s}, {u"uid"_s, u"u"_s}}},
                                    {u"spec"_s, imagination.specification()}};
            const QJsonObject configuration{{u"metadata"_s, QJsonObject{{u"name"_s, u"t"_s}}},
                                            {u"spec"_s, imagination.specification()}};
            const Manager writer{u"one"_s, u"Apply"_s, u"tests.drey/v1"_s, {}, u"T"_s, {}};
            const auto once = applied(kind, start, configuration, Door::Main, writer, true);
            QVERIFY(bool(once));
            const auto twice = applied(kind, *once, configuration, Door::Main, writer, false);
            QVERIFY(bool(twice));
            QCOMPARE(*twice, *once);
        }
    }

    /// Each copy doubles the document: a few dozen would fill the memory.
    void copiesMayNotGrowWithoutEnd()
    {
        QJsonArray operations;
        for (int i = 0; i < 60; ++i)
            operations.append(
                QJsonObject{{u"op"_s, u"copy"_s}, {u"from"_s, u"/spec"_s}, {u"path"_s, u"/spec/again%1"_s.arg(i)}});
        const auto answer = jsonPatched({{u"spec"_s, QJsonObject{{u"image"_s, u"flink:1.20"_s}}}}, operations);
        QVERIFY(!answer);
        QCOMPARE(answer.refusal().code, 413);
        QCOMPARE(answer.refusal().reason, u"RequestEntityTooLarge"_s);
        QVERIFY(bool(jsonPatched({{u"spec"_s, QJsonObject()}}, QJsonArray{operations[0], operations[1]})));
    }

    void writesFieldSetsAsItReadsThem()
    {
        const auto written =
            parsed("{'f:metadata':{'f:labels':{'.':{},'f:a':{}}},"
                   "'f:spec':{'f:ports':{'k:{\\'port\\':1,\\'protocol\\':\\'TCP\\'}':{'.':{},'f:port':{}}},"
                   "'f:tags':{'v:\\'a\\'':{}},'f:list':{'i:0':{}}}}")
                .toObject();
        QCOMPARE(FieldSet::read(written).written(), written);
        QCOMPARE(FieldSet::read(written).paths().size(), std::size_t(6));
    }

private:
    static bool holdsAll(const Kind& kind, const QJsonObject& live, const QJsonObject& configuration)
    {
        const auto changes = difference(*kind.schema, live, merged(*kind.schema, live, configuration));
        return changes.added.isEmpty() && changes.modified.isEmpty() && changes.removed.isEmpty();
    }

    static bool ownersOwnWhatIsThere(const Kind& kind, const QJsonObject& live)
    {
        const auto managers = readManagers(sim::at(live, {u"metadata", u"managedFields"}).toArray());
        if (!managers)
            return false;
        const auto all = fieldsOf(*kind.schema, live).withDeclaredFields(*kind.schema);
        for (const auto& manager : *managers) {
            if (manager.fields.isEmpty() || !manager.fields.without(all).isEmpty())
                return false;
        }
        return true;
    }
};

QTEST_GUILESS_MAIN(TestSimPatches)
#include "tst_simpatches.moc"
