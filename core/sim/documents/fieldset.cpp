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
    const auto found = m_children.find(step);
    return found == m_children.end() ? nullptr : &found->second;
}

void FieldSet::keepChild(const QString& step, FieldSet set)
{
    if (!set.isEmpty())
        m_children.emplace(step, std::move(set));
}

bool FieldSet::contains(const Path& path) const
{
    const auto* set = this;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const auto step = path[at].written();
        if (at + 1 == path.size())
            return set->m_members.contains(step);
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
        if (at + 1 == path.size() && set->m_members.contains(step))
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
            set->m_members.insert(step);
        else
            set = &set->m_children[step];
    }
}

FieldSet FieldSet::united(const FieldSet& other) const
{
    auto result = *this;
    result.m_members.insert(other.m_members.begin(), other.m_members.end());
    for (const auto& [step, set] : other.m_children) {
        const auto found = result.m_children.find(step);
        if (found == result.m_children.end())
            result.m_children.emplace(step, set);
        else
            found->second = found->second.united(set);
    }
    return result;
}

FieldSet FieldSet::intersected(const FieldSet& other) const
{
    FieldSet result;
    for (const auto& step : m_members) {
        if (other.m_members.contains(step))
            result.m_members.insert(step);
    }
    for (const auto& [step, set] : m_children) {
        if (const auto* others = other.child(step))
            result.keepChild(step, set.intersected(*others));
    }
    return result;
}

FieldSet FieldSet::without(const FieldSet& other) const
{
    FieldSet result;
    for (const auto& step : m_members) {
        if (!other.m_members.contains(step))
            result.m_members.insert(step);
    }
    for (const auto& [step, set] : m_children) {
        const auto* others = other.child(step);
        result.keepChild(step, others ? set.without(*others) : set);
    }
    return result;
}

FieldSet FieldSet::withoutBelow(const FieldSet& other) const
{
    FieldSet result;
    for (const auto& step : m_members) {
        if (!other.m_members.contains(step))
            result.m_members.insert(step);
    }
    for (const auto& [step, set] : m_children) {
        if (other.m_members.contains(step))
            continue;
        const auto* others = other.child(step);
        result.keepChild(step, others ? set.withoutBelow(*others) : set);
    }
    return result;
}

FieldSet FieldSet::withDeclaredFields(const Schema& schema) const
{
    FieldSet result;
    result.m_members = m_members;
    for (const auto& [step, set] : m_children) {
        const auto read = Step::read(step);
        const auto* inner = &anything();
        if (read.kind == Step::Kind::Field) {
            if (schema.field(read.name))
                result.m_members.insert(step);
            if (const auto* member = schema.member(read.name))
                inner = member;
        } else if (schema.items) {
            inner = schema.items;
        }
        result.m_children.emplace(step, set.withDeclaredFields(*inner));
    }
    return result;
}

void FieldSet::collect(Path& prefix, std::vector<Path>& into) const
{
    for (const auto& step : m_members) {
        prefix.push_back(Step::read(step));
        into.push_back(prefix);
        prefix.pop_back();
    }
    for (const auto& [step, set] : m_children) {
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
    QJsonObject result;
    for (const auto& step : m_members) {
        if (!m_children.contains(step))
            result.insert(step, QJsonObject());
    }
    for (const auto& [step, set] : m_children) {
        auto inner = set.written();
        if (m_members.contains(step))
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
            result.m_members.insert(step);
        result.keepChild(step, read(inner));
    }
    return result;
}

} // namespace sim::documents
