#pragma once

#include "core/base/result.h"
#include "core/workflow/operation.h"

#include <memory>
#include <vector>

namespace workflow {

/// The journal of one operation, open for writing. As long as it lives no other process, and no other part of this one,
/// has an operation at the same object.
class OpenJournal
{
public:
    ~OpenJournal();
    OpenJournal(const OpenJournal&) = delete;
    OpenJournal& operator=(const OpenJournal&) = delete;

    /// As the lines so far tell it; running.
    const Operation& operation() const { return m_operation; }

    /// On the disk when it returns. An Error: nothing may be done.
    base::Result<base::Ok> writeStep(const QString& step, StepRecord::State state, const QString& detail,
                                     const QJsonObject& facts = {});
    /// `state`: any but Running and Interrupted.
    base::Result<base::Ok> writeEnd(Operation::State state, const QString& result);

private:
    friend class Journal;
    struct Lock;

    explicit OpenJournal(QString file);
    base::Result<base::Ok> write(const QJsonObject& line);

    const QString m_file;
    Operation m_operation;
    std::vector<std::unique_ptr<Lock>> m_locks; ///< of the object, and of the file
};

/// What Drey has done and is doing: a folder with one file an operation, JSON lines that are only ever added to.
/// Readable by its owner only; free of secrets, if plans are.
class Journal
{
public:
    explicit Journal(QString folder);
    /// operations in base::stateFolder().
    static QString usualFolder();

    /// Newest first. What cannot be read has a problem.
    QList<Operation> operations() const;
    /// Nothing: there is none.
    std::optional<Operation> operation(const QString& id) const;

    /// Conflict: another operation is at the object.
    base::Result<std::unique_ptr<OpenJournal>> begin(const Plan& plan) const;
    /// To go on with it. Conflict: a process is at it, or another operation at its object.
    base::Result<std::unique_ptr<OpenJournal>> takeUp(const QString& id) const;

private:
    QString fileOf(const QString& id) const;
    Operation read(const QString& id) const;
    base::Result<std::unique_ptr<OpenJournal::Lock>> lock(const QString& file, const Plan& plan) const;
    /// Holds the object; the file itself is neither made nor held.
    base::Result<std::unique_ptr<OpenJournal>> open(const Plan& plan, const QString& id) const;

    const QString m_folder;
};

} // namespace workflow
