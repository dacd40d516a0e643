#include "core/manifest/keyrules.h"

#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Severity = Finding::Severity;
using Verdict = Finding::Verdict;
using Standing = KeyVerdict::Standing;

/// What the operator sets itself; its DefaultValidator refuses a manifest that does.
constexpr std::array<QStringView, 3> forbidden{u"kubernetes.namespace", u"kubernetes.cluster-id",
                                               u"high-availability.cluster-id"};

class KeyRules
{
public:
    KeyRules(const yaml::Tree& manifest, const ConfigSection& section, const Catalogue& catalogue, int release)
        : m_manifest(manifest)
        , m_section(section)
        , m_catalogue(catalogue)
        , m_release(release)
        , m_version(catalogue.releases().at(release))
    {
        for (const ConfigEntry& entry : section.entries)
            m_keys.insert(entry.key);
    }

    QList<Finding> run()
    {
        for (const ConfigEntry& entry : m_section.entries)
            check(entry);
        return m_findings;
    }

private:
    void check(const ConfigEntry& entry)
    {
        if (std::find(forbidden.begin(), forbidden.end(), entry.key) != forbidden.end()) {
            add(entry, u"DREY-K006"_s, Severity::Error, Verdict::Forbidden,
                Text::tr("The operator sets %1 itself and refuses a manifest that does.").arg(entry.key));
            return;
        }
        const KeyVerdict verdict = m_catalogue.judge(entry.key, m_release);
        checkKey(entry, verdict);
        checkOverlap(entry);
        if (verdict.option)
            checkValue(entry, *verdict.option);
    }

    void checkKey(const ConfigEntry& entry, const KeyVerdict& verdict)
    {
        switch (verdict.standing) {
        case Standing::Known:
        case Standing::Open:
            return;
        case Standing::OldName:
            return oldName(entry, verdict);
        case Standing::Deprecated:
            add(entry, u"DREY-K005"_s, Severity::Warning, Verdict::Deprecated,
                Text::tr("Flink %1 still reads %2, but it is deprecated and has no successor.")
                    .arg(m_version, entry.key));
            return;
        case Standing::NotYet:
            add(entry, u"DREY-K003"_s, Severity::Error, Verdict::NotYet,
                Text::tr("Flink %1 does not know %2 yet; it is read from %3 on.")
                    .arg(m_version, entry.key, verdict.since),
                verdict.replacement);
            return;
        case Standing::Removed:
            add(entry, u"DREY-K002"_s, Severity::Error, Verdict::Removed,
                Text::tr("Flink %1 no longer reads %2; %3 was the last release that did.")
                    .arg(m_version, entry.key, verdict.until));
            return;
        case Standing::Unknown:
            return unknown(entry, verdict);
        }
    }

    void unknown(const ConfigEntry& entry, const KeyVerdict& verdict)
    {
        QString message =
            Text::tr("No release of Flink or of the operator reads %1; it is ignored without a word.").arg(entry.key);
        QString instead = verdict.replacement;
        if (!instead.isEmpty()) {
            message += u' ' + Text::tr("What does its work is %1.").arg(instead);
        } else if (const QStringList near = m_catalogue.nearest(entry.key, m_release); !near.isEmpty()) {
            instead = near.first();
            message += u' ' + Text::tr("Did you mean %1?").arg(near.join(u", "_s));
        }
        add(entry, u"DREY-K001"_s, Severity::Error, Verdict::Unknown, message, instead);
    }

    void oldName(const ConfigEntry& entry, const KeyVerdict& verdict)
    {
        if (m_keys.contains(verdict.replacement)) {
            add(entry, u"DREY-K008"_s, Severity::Warning, Verdict::Conflict,
                Text::tr("%1 is the old name of %2, which is set, too: only the new one is read.")
                    .arg(entry.key, verdict.replacement),
                verdict.replacement);
            return;
        }
        add(entry, u"DREY-K004"_s, Severity::Warning, Verdict::Renamed,
            Text::tr("%1 is an old name; Flink %2 calls it %3.").arg(entry.key, m_version, verdict.replacement),
            verdict.replacement);
        if (entry.isWhole)
            m_findings.last().fix = renaming(entry, verdict.replacement);
    }

    Fix renaming(const ConfigEntry& entry, const QString& name) const
    {
        const yaml::Node& key = m_manifest.node(entry.keyNode);
        QByteArray text = name.toUtf8();
        if (key.style == yaml::Node::Style::DoubleQuoted)
            text = '"' + text + '"';
        else if (key.style == yaml::Node::Style::SingleQuoted)
            text = '\'' + text + '\'';
        return {Text::tr("Rename it to %1").arg(name), {{key.span, text}}, true};
    }

    /// Flink 2 reads its configuration as a tree of YAML, in which a key cannot have both a value and keys below it.
    void checkOverlap(const ConfigEntry& entry)
    {
        if (m_version.startsWith(u"1."))
            return;
        const QString prefix = entry.key + u'.';
        const auto below = std::find_if(m_section.entries.begin(), m_section.entries.end(),
                                        [&](const ConfigEntry& other) { return other.key.startsWith(prefix); });
        if (below == m_section.entries.end())
            return;
        add(entry, u"DREY-K007"_s, Severity::Error, Verdict::Conflict,
            Text::tr(
                "%1 and %2 cannot stand together in Flink %3: its configuration is a tree of YAML, where a key has "
                "either a value or keys below it.")
                .arg(entry.key, below->key, m_version));
    }

    void checkValue(const ConfigEntry& entry, const ConfigOption& option)
    {
        const yaml::Node& value = m_manifest.node(m_manifest.resolved(entry.node));
        if (value.kind != yaml::Node::Kind::Scalar)
            return;
        const bool isIsoRead = m_release >= m_catalogue.release(u"2.1").value_or(0);
        const QString problem = valueProblem(option.type, value.text, isIsoRead);
        if (problem.isEmpty())
            return;
        add(entry, u"DREY-V001"_s, Severity::Error, Verdict::InvalidValue, Text::tr("%1: %2").arg(entry.key, problem));
        m_findings.last().span = m_manifest.node(entry.node).span;
    }

    void add(const ConfigEntry& entry, const QString& rule, Severity severity, Verdict verdict, const QString& message,
             const QString& replacement = {})
    {
        Finding finding;
        finding.rule = rule;
        finding.severity = severity;
        finding.verdict = verdict;
        finding.span = m_manifest.node(entry.keyNode).span;
        finding.path = m_manifest.path(entry.node);
        finding.key = entry.key;
        finding.message = message;
        finding.replacement = replacement;
        m_findings.append(finding);
    }

    const yaml::Tree& m_manifest;
    const ConfigSection& m_section;
    const Catalogue& m_catalogue;
    const int m_release;
    const QString m_version;
    QSet<QString> m_keys;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> keyFindings(const yaml::Tree& manifest, const ConfigSection& section, const Catalogue& catalogue,
                           int release)
{
    return KeyRules(manifest, section, catalogue, release).run();
}

} // namespace manifest
