#include "core/workflow/journal.h"

#include "core/base/linefile.h"
#include "core/workflow/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSysInfo>
#include <QUuid>

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include <array>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(workflow::Text)
};

using base::Error;

constexpr qint64 mostBytes = 16LL * 1024 * 1024; ///< of one file that are read
const QString suffix = u".jsonl"_s;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// As the system knows who runs this; whoever has no entry there is a number.
QString userName()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    const bool isKnown = ::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found;
    return isKnown ? QString::fromLocal8Bit(entry.pw_name) : QString::number(::geteuid());
}

/// Names sort by time: "20260915T025801Z-3f2a9c".
QString newId()
{
    return now().toString(u"yyyyMMdd'T'HHmmss'Z-'"_s) + QUuid::createUuid().toString(QUuid::Id128).left(6);
}

bool isId(const QString& id)
{
    static const QRegularExpression form(u"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}$"_s);
    return form.match(id).hasMatch();
}

Error unwritable(const QString& file, const QString& why)
{
    return {Error::Kind::Configuration,
            Text::tr("The journal '%1' cannot be written, so nothing more is done: %2").arg(file, why)};
}

Error busy(const QString& object)
{
    return {Error::Kind::Conflict,
            Text::tr("Another operation of Drey is at %1. Wait for its end, or continue or abandon it.").arg(object)};
}

// Locks of the open file, not of the process: two parts of one program are kept apart, too, and asking takes none.
constexpr struct flock wholeFile = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0, .l_pid = 0};

bool isHeld(const QFile& file)
{
    struct flock found = wholeFile;
    return ::fcntl(file.handle(), F_OFD_GETLK, &found) == 0 && found.l_type != F_UNLCK;
}

} // namespace

/// Held by this process until it lets go, or ends in whatever way.
struct OpenJournal::Lock
{
    explicit Lock(const QString& name)
        : file(name)
    {
    }
    bool take()
    {
        struct flock whole = wholeFile;
        return file.open(QIODevice::ReadWrite) && ::fcntl(file.handle(), F_OFD_SETLK, &whole) == 0;
    }
    QFile file;
};

OpenJournal::OpenJournal(QString file)
    : m_file(std::move(file))
{
}

OpenJournal::~OpenJournal() = default;

base::Result<base::Ok> OpenJournal::write(const QJsonObject& line)
{
    const auto written = base::appendLine(m_file, QJsonDocument(line).toJson(QJsonDocument::Compact));
    if (!written)
        return unwritable(m_file, written.error().message);
    takeLine(m_operation, line);
    if (m_operation.state == Operation::State::Interrupted)
        m_operation.state = Operation::State::Running;
    return base::Ok();
}

base::Result<base::Ok> OpenJournal::writeStep(const QString& step, StepRecord::State state, const QString& detail,
                                              const QJsonObject& facts)
{
    return write({{u"event"_s, u"step"_s},
                  {u"step"_s, step},
                  {u"state"_s, stateWord(state)},
                  {u"at"_s, timeText(now())},
                  {u"detail"_s, detail},
                  {u"facts"_s, facts}});
}

base::Result<base::Ok> OpenJournal::writeEnd(Operation::State state, const QString& result)
{
    return write(
        {{u"event"_s, u"ended"_s}, {u"state"_s, stateWord(state)}, {u"at"_s, timeText(now())}, {u"result"_s, result}});
}

Journal::Journal(QString folder)
    : m_folder(std::move(folder))
{
}

QString Journal::usualFolder()
{
    return base::stateFolder() + u"/operations"_s;
}

QString Journal::fileOf(const QString& id) const
{
    return m_folder + u'/' + id + suffix;
}

Operation Journal::read(const QString& id) const
{
    Operation operation;
    QFile file(fileOf(id));
    if (!file.open(QIODevice::ReadOnly)) {
        operation.problem = file.errorString();
    } else {
        const QList<QByteArray> lines = file.read(mostBytes).split('\n');
        for (const QByteArray& line : lines)
            takeLine(operation, QJsonDocument::fromJson(line).object());
        if (operation.id != id)
            operation.problem = Text::tr("Its journal '%1' does not begin with a plan.").arg(file.fileName());
        // Whoever writes in it holds it.
        else if (operation.isOpen() && isHeld(file))
            operation.state = Operation::State::Running;
    }
    operation.id = id;
    return operation;
}

QList<Operation> Journal::operations() const
{
    QList<Operation> operations;
    const QStringList names = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        if (const QString id = name.chopped(suffix.size()); isId(id))
            operations.append(read(id));
    }
    return operations;
}

std::optional<Operation> Journal::operation(const QString& id) const
{
    return isId(id) && QFile::exists(fileOf(id)) ? std::optional(read(id)) : std::nullopt;
}

base::Result<std::unique_ptr<OpenJournal::Lock>> Journal::lock(const QString& file, const Plan& plan) const
{
    auto lock = std::make_unique<OpenJournal::Lock>(file);
    if (lock->take())
        return lock;
    return lock->file.isOpen() ? busy(plan.object) : unwritable(file, lock->file.errorString());
}

base::Result<std::unique_ptr<OpenJournal>> Journal::open(const Plan& plan, const QString& id) const
{
    const QString folder = m_folder + u"/locks"_s;
    if (!QDir().mkpath(folder))
        return unwritable(folder, Text::tr("the folder cannot be made"));
    const QByteArray name = QCryptographicHash::hash(plan.uid.toUtf8(), QCryptographicHash::Sha256).toHex();
    auto object = lock(folder + u'/' + QString::fromLatin1(name), plan);
    if (!object)
        return object.error();
    std::unique_ptr<OpenJournal> opened(new OpenJournal(fileOf(id)));
    opened->m_locks.push_back(*std::move(object));
    return opened;
}

base::Result<std::unique_ptr<OpenJournal>> Journal::begin(const Plan& plan) const
{
    const QString id = newId();
    auto opened = open(plan, id);
    if (!opened)
        return opened;
    const auto written = (*opened)->write({{u"event"_s, u"planned"_s},
                                           {u"journal"_s, journalVersion},
                                           {u"id"_s, id},
                                           {u"at"_s, timeText(now())},
                                           {u"by"_s, userName()},
                                           {u"host"_s, QSysInfo::machineHostName()},
                                           {u"plan"_s, toJson(plan)}});
    if (!written)
        return written.error();
    auto own = lock(fileOf(id), plan); // there is a file now
    if (!own)
        return own.error();
    (*opened)->m_locks.push_back(*std::move(own));
    return opened;
}

base::Result<std::unique_ptr<OpenJournal>> Journal::takeUp(const QString& id) const
{
    const std::optional<Operation> known = operation(id);
    if (!known)
        return Error{Error::Kind::NotFound, Text::tr("There is no operation '%1' in '%2'.").arg(id, m_folder)};
    if (!known->problem.isEmpty())
        return Error{Error::Kind::Decode, known->problem};
    auto opened = open(known->plan, id);
    if (!opened)
        return opened;
    auto own = lock(fileOf(id), known->plan);
    if (!own)
        return own.error();
    OpenJournal& journal = **opened;
    journal.m_locks.push_back(*std::move(own));
    journal.m_operation = read(id); // as it is now that nobody else writes
    if (!journal.m_operation.isOpen())
        return Error{Error::Kind::Invalid, Text::tr("Operation '%1' is over.").arg(id)};
    const auto written = journal.write({{u"event"_s, u"takenUp"_s},
                                        {u"at"_s, timeText(now())},
                                        {u"by"_s, userName()},
                                        {u"host"_s, QSysInfo::machineHostName()},
                                        {u"process"_s, QCoreApplication::applicationPid()}});
    if (!written)
        return written.error();
    return opened;
}

} // namespace workflow
