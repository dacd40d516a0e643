#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/finding.h"
#include "core/manifest/subject.h"

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

/// Finds what is wrong with manifests, without asking any cluster. Each document stands for itself: one that cannot be
/// read leaves the others judged.
class Linter
{
public:
    explicit Linter(std::shared_ptr<const Catalogue> catalogue, Releases releases = {});

    /// "1.10", …: the releases of the operator whose rules are known, oldest first.
    static QStringList operatorReleases();

    /// Of a stream of documents. A text that is none at all (binary, no UTF-8, too large) is one document with one
    /// finding.
    QList<LintedDocument> documents(const QByteArray& text) const;
    /// Of these pieces of a text.
    QList<LintedDocument> documents(const QByteArray& text, const QList<Piece>& pieces) const;

private:
    struct Parsed;

    std::vector<Parsed> parsed(const QList<Piece>& pieces) const;
    int releaseOf(const Parsed& document, const std::vector<Parsed>& all) const;
    void judge(LintedDocument& document, const Subject& subject, const std::vector<const Subject*>& together) const;
    QList<Finding> findingsIn(const Piece& file, int release) const;

    std::shared_ptr<const Catalogue> m_catalogue;
    Releases m_releases;
    int m_operatorMinor = 0;
};

/// The text after every fix that is safe; every other byte is as it was.
QByteArray mended(const QByteArray& text, const QList<LintedDocument>& documents);

} // namespace manifest
