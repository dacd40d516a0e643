#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace flink {

/// What is known of a failure: a card that explains it, in the language of the program.
struct KnownCause
{
    QString id; ///< "checkpoint-expired": part of the contract of dreyctl, never changed
    QString title;
    QString meaning; ///< what happened
    QString confirm; ///< how to make sure that it is this
    QString action;  ///< what to do about it
};

/// The card that explains a stack trace: of the innermost exception that any card recognises, so that the cause comes
/// before what it led to. Nothing where none fits.
std::optional<KnownCause> knownCauseOf(const QString& stackTrace);

/// The card of an id; nothing for an id that none has.
std::optional<KnownCause> knownCause(QStringView id);

/// All cards, the special ones before the general ones.
QList<KnownCause> knownCauses();

} // namespace flink
