#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/configuration.h"
#include "core/manifest/finding.h"
#include "core/manifest/schema.h"

#include <initializer_list>
#include <optional>

namespace manifest {

/// One document that is judged, and what it is held against. Lives while its tree and its catalogue do.
class Subject
{
public:
    enum class Kind { Deployment, SessionJob, Snapshot, BlueGreen, Other };
    /// What the document is.
    enum class Form {
        Manifest,
        Configuration, ///< of Flink alone, as in its configuration file
        Spec,          ///< of a deployment alone
    };

    /// `release` is an index of the catalogue, `operatorMinor` the 15 of 1.15.
    Subject(const yaml::Tree& tree, Form form, const Catalogue& catalogue, int release, int operatorMinor,
            std::shared_ptr<const Schema> schema = Schema::bundled());

    const yaml::Tree& tree() const { return m_tree; }
    const Catalogue& catalogue() const { return m_catalogue; }
    const Schema& schema() const { return *m_schema; }
    const ConfigSection& section() const { return m_section; }
    int release() const { return m_release; }
    int operatorMinor() const { return m_operatorMinor; }
    Kind kind() const { return m_kind; }
    Form form() const { return m_form; }
    bool isDeployment() const { return m_kind == Kind::Deployment || m_kind == Kind::BlueGreen; }
    /// Whether the release of Flink is that one or a newer one.
    bool isSince(QStringView flink) const { return m_release >= m_catalogue.release(flink).value_or(0); }

    /// The fields that describe a cluster or a job, also within a blue/green template. -1: there are none.
    int spec() const { return m_spec; }
    /// Below the spec, aliases followed. -1: there is none.
    int find(const QStringList& keys) const { return m_tree.resolved(m_tree.find(m_spec, keys)); }
    /// What a scalar says; empty: it is none, or nothing.
    QString text(int node) const;
    QString text(const QStringList& keys) const { return text(find(keys)); }
    /// The key of a value; empty: it has none, as items of a list.
    QString keyText(int value) const;
    /// Whether something stands there, and not null.
    bool has(const QStringList& keys) const;

    /// The lines of a key with its value, if nothing else stands in them. Nothing: it is not in a block of its own.
    std::optional<yaml::Span> linesOf(int value) const;

    /// Where the configuration sets one of these keys; the first that is there counts. Null: none is.
    const ConfigEntry* setting(std::initializer_list<QStringView> keys) const;
    /// Its value; empty: it is not set.
    QString value(std::initializer_list<QStringView> keys) const;

private:
    const yaml::Tree& m_tree;
    const Catalogue& m_catalogue;
    std::shared_ptr<const Schema> m_schema;
    ConfigSection m_section;
    QHash<QString, int> m_settings; ///< into m_section.entries
    Form m_form = Form::Manifest;
    Kind m_kind = Kind::Other;
    int m_spec = -1;
    int m_release = 0;
    int m_operatorMinor = 0;
};

/// "FlinkDeployment", …: what `kind` says.
Subject::Kind kindOf(const QString& kind);

/// Collects what is found in one subject.
class Findings
{
public:
    explicit Findings(const Subject& subject)
        : m_subject(subject)
    {
    }

    /// At a value, marked with its key where it has one, unless it is a scalar that is wrong itself.
    enum class At { Key, Value };
    Finding& add(QStringView rule, int node, const QString& message, Finding::Verdict verdict, At at = At::Key);
    /// The same, of something that should stand below the spec. `keys` lead to it from there.
    Finding& addMissing(QStringView rule, int node, const QStringList& keys, const QString& message);
    /// At what the configuration sets.
    Finding& add(QStringView rule, const ConfigEntry& entry, const QString& message, Finding::Verdict verdict,
                 At at = At::Key);
    qsizetype count() const { return m_found.size(); }
    QList<Finding> take() { return std::move(m_found); }

private:
    const Subject& m_subject;
    QList<Finding> m_found;
};

/// The text of a scalar in the quotes it has.
QByteArray quotedLike(const yaml::Node& node, const QString& text);

} // namespace manifest
