#include "core/manifest/completion.h"

#include "core/manifest/topic.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr qsizetype mostProposals = 200;

/// How well a word fits what is typed: the beginning, the beginning of a part, anywhere; -1: not at all.
int rankOf(const QString& word, const QString& typed)
{
    if (typed.isEmpty() || word.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    qsizetype at = 0;
    bool isWithin = false;
    while ((at = word.indexOf(typed, at, Qt::CaseInsensitive)) >= 0) {
        isWithin = true;
        const QChar before = word.at(at - 1);
        if (before == u'.' || before == u'-' || (word.at(at).isUpper() && before.isLower()))
            return 1;
        ++at;
    }
    return isWithin ? 2 : -1;
}

/// Whether a reader of YAML would take this for something other than text.
bool needsQuotes(const QString& value)
{
    bool isNumber = false;
    (void)value.toDouble(&isNumber);
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s,  u"no"_s, u"on"_s,
                                   u"off"_s,  u"null"_s,  u"none"_s, u"~"_s};
    const bool isWord = words.contains(value.toLower()) && value.compare(u"none", Qt::CaseInsensitive) != 0;
    const bool hasMark = value.contains(u": "_s) || value.contains(u" #"_s) || value.startsWith(u'*') ||
                         value.startsWith(u'&') || value.startsWith(u'{') || value.startsWith(u'[');
    return isNumber || isWord || hasMark;
}

class Proposer
{
public:
    Proposer(const Spot& spot, const Catalogue& catalogue, const Schema& schema)
        : m_spot(spot)
        , m_catalogue(catalogue)
        , m_schema(schema)
        , m_minor(newestOperatorMinor())
        , m_ground(groundOf(spot.kind, spot.path, m_minor, schema))
    {
    }

    QList<Proposal> all()
    {
        if (m_spot.what == Spot::What::Value)
            values();
        else if (m_spot.what == Spot::What::Key)
            keys();
        const auto order = [this](const Proposal& proposal) {
            return std::tuple(rankOf(proposal.text, m_spot.typed), proposal.isDeprecated);
        };
        // Values have an order of their own; names come sorted.
        std::stable_sort(m_found.begin(), m_found.end(),
                         [&order](const Proposal& left, const Proposal& right) { return order(left) < order(right); });
        if (m_found.size() > mostProposals)
            m_found.resize(mostProposals);
        return m_found;
    }

private:
    void add(Proposal proposal)
    {
        // What stands there whole already is no proposal.
        if (rankOf(proposal.text, m_spot.typed) >= 0)
            m_found.append(std::move(proposal));
    }

    void keys()
    {
        if (m_ground.isConfiguration && m_ground.isKnown)
            configurationKeys();
        else if (m_ground.shape.kind == Shape::Kind::Object)
            fields(m_ground.shape.type);
        else if (m_spot.path.isEmpty() && m_spot.kind.isEmpty())
            head();
    }

    bool isTaken(const QString& name) const { return m_spot.siblings.contains(name); }

    void head()
    {
        for (const QString& name : {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s}) {
            const bool isBlock = name == u"metadata" || name == u"spec";
            const Shape shape{isBlock ? Shape::Kind::Map : Shape::Kind::String, {}, {}, {}};
            if (!isTaken(name))
                add({Proposal::Kind::Field, name, name + behind(shape), {}, {}, {}, false});
        }
    }

    void fields(const QString& type)
    {
        const QStringList names = m_schema.fields(type, m_minor);
        for (const QString& name : names) {
            const Field* field = m_schema.field(type, name, m_minor);
            // Any value is allowed there, but a map is meant.
            const bool isMap = name == u"flinkConfiguration";
            const Shape shape = isMap ? Shape{Shape::Kind::Map, {}, {}, {}} : field->shape;
            if (!isTaken(name) && name != u"status")
                add({Proposal::Kind::Field, name, name + behind(shape), wordOf(shape), {}, {}, false});
        }
    }

    /// What follows a key of that shape: a colon, and where its value begins.
    QString behind(const Shape& shape) const
    {
        if (m_spot.hasColon)
            return {};
        const QString deeper = u":\n"_s + QString(m_spot.column + 2, u' ');
        switch (shape.kind) {
        case Shape::Kind::Object:
        case Shape::Kind::Map:
            return deeper;
        case Shape::Kind::List:
            return deeper + u"- "_s;
        default:
            return u": "_s;
        }
    }

    void configurationKeys()
    {
        const int release = releaseOf(m_spot, m_catalogue);
        const QList<const ConfigOption*> options = m_catalogue.options(release);
        const QString& prefix = m_ground.prefix;
        for (const ConfigOption* option : options) {
            const bool isPattern = option->key.contains(u'<');
            if (isPattern || !option->key.startsWith(prefix) || isTaken(option->key.sliced(prefix.size())))
                continue;
            const QString name = option->key.sliced(prefix.size());
            add({Proposal::Kind::Key, name, m_spot.hasColon ? name : name + u": "_s, option->type,
                 plainDefault(*option), option->key, option->isDeprecated});
        }
    }

    void values()
    {
        if (m_ground.isConfiguration && m_ground.isKnown)
            return configurationValues();
        if (m_spot.path.isEmpty() && m_spot.key == u"kind")
            return kinds();
        if (m_spot.path.isEmpty() && m_spot.key == u"apiVersion" && m_spot.kind.isEmpty())
            return value(u"flink.apache.org/v1beta1"_s);
        if (m_ground.shape.kind != Shape::Kind::Object)
            return;
        const Field* field = m_schema.field(m_ground.shape.type, m_spot.key, m_minor);
        if (!field)
            return;
        if (field->shape.kind == Shape::Kind::Boolean) {
            value(u"true"_s);
            value(u"false"_s);
        }
        QStringList words = Schema::values(field->shape, m_minor);
        if (m_spot.key == u"flinkVersion") // the newest is what one looks for
            std::reverse(words.begin(), words.end());
        for (const QString& word : std::as_const(words))
            value(word);
    }

    void kinds()
    {
        const QStringList kinds = m_schema.fields({}, m_minor);
        for (const QString& kind : kinds)
            value(kind);
    }

    void configurationValues()
    {
        const int release = releaseOf(m_spot, m_catalogue);
        const KeyVerdict verdict = m_catalogue.judge(m_ground.prefix + m_spot.key, release);
        if (!verdict.option)
            return;
        QStringList words = valuesOf(*verdict.option, m_catalogue, release);
        const QString otherwise = plainDefault(*verdict.option);
        if (words.isEmpty() && !otherwise.isEmpty())
            words.append(otherwise);
        for (const QString& word : std::as_const(words)) {
            const QString written = needsQuotes(word) || m_spot.isQuoted ? u'"' + word + u'"' : word;
            add({Proposal::Kind::Value,
                 word,
                 written,
                 {},
                 word == otherwise ? otherwise : QString(),
                 verdict.option->key,
                 false});
        }
    }

    void value(const QString& word)
    {
        add({Proposal::Kind::Value, word, m_spot.isQuoted ? u'"' + word + u'"' : word, {}, {}, {}, false});
    }

    const Spot& m_spot;
    const Catalogue& m_catalogue;
    const Schema& m_schema;
    int m_minor;
    Ground m_ground;
    QList<Proposal> m_found;
};

} // namespace

Completion completionAt(const QByteArray& text, qsizetype offset, const Catalogue& catalogue, const Schema& schema)
{
    const Spot spot = spotAt(text, offset);
    return {spot.word, Proposer(spot, catalogue, schema).all()};
}

} // namespace manifest
