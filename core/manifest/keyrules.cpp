#include "core/manifest/keyrules.h"

#include "core/manifest/explanations.h"
#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Verdict = Finding::Verdict;
using Standing = KeyVerdict::Standing;

/// What the operator sets itself; its DefaultValidator refuses a manifest that does.
constexpr std::array<QStringView, 3> forbidden{u"kubernetes.namespace", u"kubernetes.cluster-id",
                                               u"high-availability.cluster-id"};

/// More of them in one document help nobody, and each costs a look through all names.
constexpr qsizetype mostFindings = 1000;
constexpr int mostGuesses = 100;

class KeyRules
{
public:
    explicit KeyRules(const Subject& subject)
        : m_subject(subject)
        , m_catalogue(subject.catalogue())
        , m_version(m_catalogue.releases().at(subject.release()))
        , m_findings(subject)
    {
        for (const ConfigEntry& entry : subject.section().entries)
            m_keys.append(entry.key);
        std::sort(m_keys.begin(), m_keys.end());
    }

    QList<Finding> run()
    {
        for (const ConfigEntry& entry : m_subject.section().entries) {
            if (m_findings.count() < mostFindings)
                check(entry);
        }
        QList<Finding> found = m_findings.take();
        for (Finding& finding : found)
            explain(finding);
        return found;
    }

private:
    /// What the key is for that is set, or that should be.
    void explain(Finding& finding) const
    {
        const QString& key = finding.replacement.isEmpty() ? finding.key : finding.replacement;
        const QString text = m_explanations->of(key, m_catalogue, m_subject.release());
        if (!text.isEmpty())
            finding.explanation += u"\n\n"_s + key + u": "_s + text;
    }

    void check(const ConfigEntry& entry)
    {
        if (std::find(forbidden.begin(), forbidden.end(), entry.key) != forbidden.end()) {
            Finding& finding =
                m_findings.add(u"DREY-K006", entry,
                               Text::tr("The operator sets %1 itself and refuses a manifest that does.").arg(entry.key),
                               Verdict::Forbidden);
            finding.fix = removal(entry);
            return;
        }
        const KeyVerdict verdict = m_catalogue.judge(entry.key, m_subject.release());
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
            m_findings.add(u"DREY-K005", entry,
                           Text::tr("Flink %1 still reads %2, but it is deprecated and has no successor.")
                               .arg(m_version, entry.key),
                           Verdict::Deprecated);
            return;
        case Standing::NotYet:
            return notYet(entry, verdict);
        case Standing::Removed: {
            Finding& finding = m_findings.add(u"DREY-K002", entry,
                                              Text::tr("Flink %1 no longer reads %2; %3 was the last release that did.")
                                                  .arg(m_version, entry.key, verdict.until),
                                              Verdict::Removed);
            finding.fix = removal(entry);
            return;
        }
        case Standing::Unknown:
            return unknown(entry, verdict);
        }
    }

    void notYet(const ConfigEntry& entry, const KeyVerdict& verdict)
    {
        Finding& finding = m_findings.add(
            u"DREY-K003", entry,
            Text::tr("Flink %1 does not know %2 yet; it is read from %3 on.").arg(m_version, entry.key, verdict.since),
            Verdict::NotYet);
        finding.replacement = verdict.replacement;
        if (!verdict.replacement.isEmpty() && mayRename(entry, verdict.replacement))
            finding.fix = renaming(entry, verdict.replacement, true);
    }

    void unknown(const ConfigEntry& entry, const KeyVerdict& verdict)
    {
        QString message =
            Text::tr("No release of Flink or of the operator reads %1; it is ignored without a word.").arg(entry.key);
        QString instead = verdict.replacement;
        if (!instead.isEmpty()) {
            message += u' ' + Text::tr("What does its work is %1.").arg(instead);
        } else if (const QStringList near = guess(entry.key); !near.isEmpty()) {
            instead = near.first();
            message += u' ' + Text::tr("Did you mean %1?").arg(near.join(u", "_s));
        }
        Finding& finding = m_findings.add(u"DREY-K001", entry, message, Verdict::Unknown);
        finding.replacement = instead;
        // What had no effect until now would have one.
        if (!instead.isEmpty() && mayRename(entry, instead))
            finding.fix = renaming(entry, instead, false);
    }

    QStringList guess(const QString& key)
    {
        return m_guesses++ < mostGuesses ? m_catalogue.nearest(key, m_subject.release()) : QStringList();
    }

    void oldName(const ConfigEntry& entry, const KeyVerdict& verdict)
    {
        if (has(verdict.replacement)) {
            m_findings
                .add(u"DREY-K008", entry,
                     Text::tr("%1 is the old name of %2, which is set, too: only the new one is read.")
                         .arg(entry.key, verdict.replacement),
                     Verdict::Conflict)
                .replacement = verdict.replacement;
            return;
        }
        const QString other = otherOldName(entry.key, *verdict.option);
        if (!other.isEmpty()) {
            m_findings
                .add(u"DREY-K008", entry,
                     Text::tr("%1 and %2 are both old names of %3: only one of them is read.")
                         .arg(entry.key, other, verdict.replacement),
                     Verdict::Conflict)
                .replacement = verdict.replacement;
            return;
        }
        Finding& finding = m_findings.add(
            u"DREY-K004", entry,
            Text::tr("%1 is an old name; Flink %2 calls it %3.").arg(entry.key, m_version, verdict.replacement),
            Verdict::Renamed);
        finding.replacement = verdict.replacement;
        if (mayRename(entry, verdict.replacement))
            finding.fix = renaming(entry, verdict.replacement, verdict.isOnlyOne);
    }

    bool has(const QString& key) const { return std::binary_search(m_keys.begin(), m_keys.end(), key); }

    QString otherOldName(const QString& key, const ConfigOption& option) const
    {
        const QStringList names = option.fallbackKeys + option.deprecatedKeys;
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const QString& name) { return name != key && has(name); });
        return found == names.end() ? QString() : *found;
    }

    /// A part of a nested key cannot be renamed by itself, and no key may stand twice.
    bool mayRename(const ConfigEntry& entry, const QString& name)
    {
        if (!entry.isWhole || has(name) || m_renamed.contains(name))
            return false;
        m_renamed.insert(name);
        return true;
    }

    Fix renaming(const ConfigEntry& entry, const QString& name, bool isSafe) const
    {
        const yaml::Node& key = m_subject.tree().node(entry.keyNode);
        return {Text::tr("Rename it to %1").arg(name), {{key.span, quotedLike(key, name)}}, isSafe};
    }

    /// Of what is ignored, or refused, anyway. Nothing: its lines hold something else, too.
    std::optional<Fix> removal(const ConfigEntry& entry) const
    {
        const auto span = entry.isWhole ? m_subject.linesOf(entry.node) : std::nullopt;
        return span ? std::optional(Fix{Text::tr("Remove it"), {{*span, {}}}, true}) : std::nullopt;
    }

    /// Flink 2 reads its configuration as a tree of YAML, in which a key cannot have both a value and keys below it.
    void checkOverlap(const ConfigEntry& entry)
    {
        if (m_version.startsWith(u"1."))
            return;
        const QString prefix = entry.key + u'.';
        const auto below = std::lower_bound(m_keys.begin(), m_keys.end(), prefix);
        // The operator itself adds the cluster's id.
        const bool isAdded = entry.key == u"high-availability";
        if (!isAdded && (below == m_keys.end() || !below->startsWith(prefix)))
            return;
        const QString other = below != m_keys.end() && below->startsWith(prefix) ? *below : prefix + u"cluster-id"_s;
        m_findings.add(
            u"DREY-K007", entry,
            Text::tr(
                "%1 and %2 cannot stand together in Flink %3: its configuration is a tree of YAML, where a key has "
                "either a value or keys below it.")
                .arg(entry.key, other, m_version),
            Verdict::Conflict);
    }

    void checkValue(const ConfigEntry& entry, const ConfigOption& option)
    {
        const yaml::Node& value = m_subject.tree().node(m_subject.tree().resolved(entry.node));
        if (value.kind != yaml::Node::Kind::Scalar)
            return;
        const QString problem = valueProblem(option.type, m_subject.text(entry.node), m_subject.isSince(u"2.1"));
        if (problem.isEmpty())
            return;
        m_findings.add(u"DREY-V001", entry, Text::tr("%1: %2").arg(entry.key, problem), Verdict::InvalidValue,
                       Findings::At::Value);
    }

    const Subject& m_subject;
    const Catalogue& m_catalogue;
    const QString m_version;
    const std::shared_ptr<const Explanations> m_explanations = Explanations::bundled();
    QStringList m_keys;      ///< sorted
    QSet<QString> m_renamed; ///< what the fixes so far call something
    Findings m_findings;
    int m_guesses = 0;
};

} // namespace

QList<Finding> keyFindings(const Subject& subject)
{
    return KeyRules(subject).run();
}

} // namespace manifest
