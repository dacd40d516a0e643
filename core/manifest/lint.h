#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/finding.h"
#include "core/manifest/liverules.h"
#include "core/manifest/subject.h"

#include <QHash>

#include <memory>
#include <vector>

namespace manifest {

/// What manifests are held against.
struct Releases
{
    QString flink; ///< "v1_20", "1.20"; empty: what each document says, else what those beside it say, else 1.20
    QString operatorRelease; ///< of the Flink operator: "1.15"; empty: the newest that is known
};

/// A document within a larger text.
struct Piece
{
    yaml::Span span; ///< in that text
    QByteArray text; ///< as many bytes as the span has; what is no part of the document is blank
    Subject::Form form = Subject::Form::Manifest;
};

/// The documents of a stream.
QList<Piece> piecesOf(const QByteArray& stream);

/// A document with what was found in it.
struct LintedDocument
{
    yaml::Span span;         ///< in the text
    QString kind, name;      ///< empty: it does not say
    QString flinkRelease;    ///< its keys were held against: "1.20"; empty: it configures no Flink
    QList<Finding> findings; ///< in the order of the text, with places in the text
};

/// What is known of a text that is linted again and again while somebody edits it: documents that are as they were are
/// neither read nor judged anew. For one linter and one thread at a time; forget it when the language changes.
class LintMemory
{
public:
    LintMemory();
    ~LintMemory();
    LintMemory(LintMemory&&) noexcept;
    LintMemory& operator=(LintMemory&&) noexcept;

    int reused() const { return m_reused; } ///< documents of the last text that were known already

private:
    friend class Linter;
    struct Documents;

    std::unique_ptr<Documents> m_documents;
    int m_reused = 0;
};

/// Finds what is wrong with manifests, without asking any cluster itself. Each document stands for itself: one that
/// cannot be read leaves the others judged.
class Linter
{
public:
    explicit Linter(std::shared_ptr<const Catalogue> catalogue, Releases releases = {});

    /// Beside what a cluster holds, as far as somebody asked it. A LintMemory does not outlast it.
    void setLive(LiveObjects objects) { m_live = std::move(objects); }
    /// Of a cluster; without it the bundled one counts. As above.
    void setSchema(std::shared_ptr<const Schema> schema) { m_schema = std::move(schema); }

    /// "1.10", …: the releases of the operator whose rules are known, oldest first.
    static QStringList operatorReleases();

    /// Of a stream of documents. A text that is none at all (binary, no UTF-8, too large) is one document with one
    /// finding.
    QList<LintedDocument> documents(const QByteArray& text) const;
    /// Of these pieces of a text.
    QList<LintedDocument> documents(const QByteArray& text, const QList<Piece>& pieces) const;
    /// Of a stream of documents that is much as it was when it was last looked at with this memory.
    QList<LintedDocument> documents(const QByteArray& text, LintMemory& memory) const;

private:
    friend struct LintMemory::Documents;
    struct Parsed;
    using AllParsed = std::vector<std::shared_ptr<Parsed>>;

    static std::shared_ptr<Parsed> parsed(const Piece& piece);
    QList<LintedDocument> judged(const AllParsed& all, const QList<Piece>& pieces) const;
    /// What the documents of a text say of Flink's release.
    struct Versions
    {
        QString first;                        ///< that is known
        QHash<QString, QString> ofDeployment; ///< by name
    };
    Versions versionsOf(const AllParsed& all) const;
    int releaseOf(const Parsed& document, const Versions& versions) const;
    void judge(Parsed& document) const;
    QList<Finding> findingsIn(const Piece& file, int release) const;
    QList<Finding> operatorsFindings(const Parsed& document) const;

    std::shared_ptr<const Catalogue> m_catalogue;
    Releases m_releases;
    int m_operatorMinor = 0;
    LiveObjects m_live;
    std::shared_ptr<const Schema> m_schema = Schema::bundled();
};

/// The text after every fix that is safe; every other byte is as it was.
QByteArray mended(const QByteArray& text, const QList<LintedDocument>& documents);

} // namespace manifest
