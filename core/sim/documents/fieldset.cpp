#include "core/sim/documents/fieldset.h"

#include "core/sim/documents/body.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

QString text(const QJsonValue& value)
{
    return QString::fromUtf8(json(value));
}

} // namespace

FieldSet::Step FieldSet::Step::read(const QString& written)
{
    const auto rest = written.size() > 2 ? written.sliced(2) : QString();
    if (written.startsWith(u"k:"))
        return {Kind::Keys, {}, parseJson(rest.toUtf8()).value};
    if (written.startsWith(u"v:"))
        return {Kind::Value, {}, parseJson(rest.toUtf8()).value};
    if (written.startsWith(u"i:"))
        return {Kind::Index, {}, rest.toInt()};
    return field(rest);
}

QString FieldSet::Step::written() const
{
    switch (kind) {
    case Kind::Field:
        return u"f:"_s + name;
    case Kind::Keys:
        return u"k:"_s + text(content);
    case Kind::Value:
        return u"v:"_s + text(content);
    case Kind::Index:
        return u"i:"_s + text(content);
    }
    return {};
}

QString FieldSet::Step::inWords() const
{
    switch (kind) {
    case Kind::Field:
        return u'.' + name;
    case Kind::Keys: {
        QStringList parts;
        const auto keys = content.toObject();
        for (auto item = keys.begin(); item != keys.end(); ++item)
            parts += item.key() + u'=' + text(item.value());
        return u'[' + parts.join(u',') + u']';
    }
    case Kind::Value:
        return u"[="_s + text(content) + u']';
    case Kind::Index:
        return u'[' + text(content) + u']';
    }
    return {};
}

const FieldSet* FieldSet::child(const QString& step) const
{
    const auto found = level().children.find(step);
    return found == level().children.end() ? nullptr : &found->second;
}

void FieldSet::keepChild(const QString& step, FieldSet set)
{
    if (!set.isEmpty())
        level().children.emplace(step, std::move(set));
}

bool FieldSet::contains(const Path& path) const
{
    const auto* set = this;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const auto step = path[at].written();
        if (at + 1 == path.size())
            return set->level().members.contains(step);
        set = set->child(step);
        if (!set)
            return false;
    }
    return false;
}

bool FieldSet::containsBelow(const Path& path) const
{
    const auto* set = this;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const auto step = path[at].written();
        if (at + 1 == path.size() && set->level().members.contains(step))
            return true;
        set = set->child(step);
        if (!set)
            return false;
    }
    return true;
}

void FieldSet::insert(const Path& path)
{
    auto* set = this;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const auto step = path[at].written();
        if (at + 1 == path.size())
            set->level().members.insert(step);
        else
            set = &set->level().children[step];
    }
}

FieldSet FieldSet::united(const FieldSet& other) const
{
    auto result = *this;
    result.level().members.insert(other.level().members.begin(), other.level().members.end());
    for (const auto& [step, set] : other.level().children) {
        const auto found = result.level().children.find(step);
        if (found == result.level().children.end())
            result.level().children.emplace(step, set);
        else
            found->second = found->second.united(set);
    }
    return result;
}

FieldSet FieldSet::intersected(const FieldSet& other) const
{
    FieldSet result;
    for (const auto& step : level().members) {
        if (other.level().members.contains(step))
            result.level().members.insert(step);
    }
    for (const auto& [step, set] : level().children) {
        if (const auto* others = other.child(step))
            result.keepChild(step, set.intersected(*others));
    }
    return result;
}

FieldSet FieldSet::without(const FieldSet& other) const
{
    FieldSet result;
    for (const auto& step : level().members) {
        if (!other.level().members.contains(step))
            result.level().members.insert(step);
    }
    for (const auto& [step, set] : level().children) {
        const auto* others = other.child(step);
        result.keepChild(step, others ? set.without(*others) : set);
    }
    return result;
}

FieldSet FieldSet::withoutBelow(const FieldSet& other) const
{
    FieldSet result;
    for (const auto& step : level().members) {
        if (!other.level().members.contains(step))
            result.level().members.insert(step);
    }
    for (const auto& [step, set] : level().children) {
        if (other.level().members.contains(step))
            continue;
        const auto* others = other.child(step);
        result.keepChild(step, others ? set.withoutBelow(*others) : set);
    }
    return result;
}

FieldSet FieldSet::withDeclaredFields(const Schema& schema) const
{
    FieldSet result;
    result.level().members = level().members;
    for (const auto& [step, set] : level().children) {
        const auto read = Step::read(step);
        const auto* inner = &anything();
        if (read.kind == Step::Kind::Field) {
            if (schema.field(read.name))
                result.level().members.insert(step);
            if (const auto* member = schema.member(read.name))
                inner = member;
        } else if (schema.items) {
            inner = schema.items;
        }
        result.level().children.emplace(step, set.withDeclaredFields(*inner));
    }
    return result;
}

void FieldSet::collect(Path& prefix, std::vector<Path>& into) const
{
    for (const auto& step : level().members) {
        prefix.push_back(Step::read(step));
        into.push_back(prefix);
        prefix.pop_back();
    }
    for (const auto& [step, set] : level().children) {
        prefix.push_back(Step::read(step));
        set.collect(prefix, into);
        prefix.pop_back();
    }
}

std::vector<FieldSet::Path> FieldSet::paths() const
{
    std::vector<Path> result;
    Path prefix;
    collect(prefix, result);
    return result;
}

QJsonObject FieldSet::written() const
{
    if (!m_unread.isEmpty())
        return m_unread;
    QJsonObject result;
    for (const auto& step : m_level.members) {
        if (!m_level.children.contains(step))
            result.insert(step, QJsonObject());
    }
    for (const auto& [step, set] : m_level.children) {
        auto inner = set.written();
        if (m_level.members.contains(step))
            inner.insert("."_L1, QJsonObject());
        result.insert(step, inner);
    }
    return result;
}

FieldSet FieldSet::read(const QJsonObject& fieldsV1)
{
    FieldSet result;
    for (auto item = fieldsV1.begin(); item != fieldsV1.end(); ++item) {
        if (item.key() == u".")
            continue;
        const auto inner = item.value().toObject();
        const auto step = Step::read(item.key()).written();
        if (inner.isEmpty() || inner.contains("."_L1))
            result.m_level.members.insert(step);
        result.keepChild(step, read(inner));
    }
    return result;
}

FieldSet FieldSet::reread(const QJsonObject& fieldsV1)
{
    FieldSet result;
    result.m_unread = fieldsV1;
    return result;
}

const FieldSet::Level& FieldSet::level() const
{
    // What is shared by threads was read whole: it is not written here.
    if (m_unread.isEmpty())
        return m_level;
    const auto unread = std::exchange(m_unread, {});
    for (auto item = unread.begin(); item != unread.end(); ++item) {
        if (item.key() == u".")
            continue;
        auto inner = item.value().toObject();
        const bool isMember = inner.isEmpty() || inner.contains("."_L1);
        if (isMember)
            m_level.members.insert(item.key());
        if (isMember && !inner.isEmpty())
            inner.remove("."_L1);
        if (!inner.isEmpty())
            m_level.children.emplace(item.key(), reread(inner));
    }
    return m_level;
}

bool FieldSet::isEmpty() const
{
    return m_unread.isEmpty() && m_level.members.empty() && m_level.children.empty();
}

bool operator==(const FieldSet& one, const FieldSet& other)
{
    if (!one.m_unread.isEmpty() && one.m_unread == other.m_unread)
        return true;
    return one.level().members == other.level().members && one.level().children == other.level().children;
}

} // namespace sim::documents
