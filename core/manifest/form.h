#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/finding.h"
#include "core/manifest/schema.h"
#include "core/yaml/edit.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace manifest {

/// Something of a manifest that people fill in without having to know where it stands.
struct FormField
{
    enum class Kind {
        Text,
        Lines, ///< a list of texts; its value has one a line
        Whole,
        Decimal,
        Truth,
        Choice,
        Name,     ///< of an object
        Memory,   ///< as the operator reads it for its pods
        Cores,    ///< an amount as Kubernetes reads it
        Bytes,    ///< the same, of memory
        Duration, ///< as Flink reads it
    };
    enum class Section { Object, Program, Job, Resources, State, Recovery, Snapshot, Transition };
    enum class Standing {
        Absent,
        Written,
        ByHand, ///< it is there, but only the text can change it: `why` says it
    };

    QString id; ///< stays what it means for ever: "parallelism"
    Section section = Section::Object;
    Kind kind = Kind::Text;
    QString label, explanation; ///< in the language of the program
    QString path;               ///< as findings have it: spec.job.parallelism
    QString configurationKey;   ///< the key as it stands or would stand there; empty: it is a field
    QStringList choices;        ///< of Choice and Truth: what may be written
    QString otherwise;          ///< what counts where nothing is written; empty: nothing, or nobody knows
    Standing standing = Standing::Absent;
    QString value;          ///< empty: absent
    QString why;            ///< of ByHand
    yaml::Span span;        ///< of its value with its key, in the text; of what is absent: empty
    yaml::Setting place;    ///< where a change is written
    bool isIsoRead = false; ///< of Duration: the release takes ISO 8601, too
};

/// The document of a text at a place, as a form.
struct Form
{
    yaml::Span document;       ///< in the text; empty: there is none
    QString kind, name;        ///< of the document
    bool isKnown = false;      ///< of a kind that has a form
    bool isSession = false;    ///< a cluster for session jobs: it describes no job of its own
    QList<FormField> fields;   ///< by section
    QString fault;             ///< why it cannot be read now; empty: it can
    qsizetype faultOffset = 0; ///< in the text
};

/// `offset` is a byte of the text. Reads FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot and
/// FlinkBlueGreenDeployment. What `schema` does not know has no field, unless it is written already.
Form formAt(const QByteArray& text, qsizetype offset, const Catalogue& catalogue,
            const std::shared_ptr<const Schema>& schema = Schema::bundled());

/// Null: there is none of that id.
const FormField* fieldOf(const Form& form, QStringView id);

/// The fields a finding in the document of the form is about: what it marks, what it misses, else the first of what
/// stands below. None: it is about something else.
QStringList fieldsAbout(const Form& form, const Finding& finding);

/// Why this cannot be the value of the field, in words for people; empty: it can. The empty value is what counts where
/// nothing is written.
QString problemOf(const FormField& field, const QString& value);

/// What to write in the text so that the field has this value; the empty one takes it out. Every byte around it stays.
base::Result<QList<Edit>> changeOf(const QByteArray& text, const Form& form, const FormField& field,
                                   const QString& value);

} // namespace manifest
