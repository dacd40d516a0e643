#include "ui/practice/session.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

/// A folder of the user's own that is emptied when he signs out.
QString runtimeFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QDir::tempPath() : folder;
}

} // namespace

Session::Session(Source source, QString folder, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_folder(std::move(folder))
    , m_scenarios(m_source.scenarios())
{
}

Session::~Session()
{
    end();
}

const Scenario* Session::scenario(const QString& name) const
{
    const auto found = std::find_if(m_scenarios.begin(), m_scenarios.end(),
                                    [&name](const Scenario& each) { return each.name == name; });
    return found == m_scenarios.end() ? nullptr : &*found;
}

const Scenario* Session::current() const
{
    return m_cluster || m_isStarting ? scenario(m_progress.scenario) : nullptr;
}

void Session::fail(const QString& problem)
{
    m_problem = problem;
    m_cluster.reset();
    m_progress = {};
    emit failed();
    emit changed();
}

void Session::play(const QString& name, const QStringList& taken)
{
    if (m_isStarting)
        return;
    m_problem.clear();
    if (!scenario(name)) {
        m_problem = tr("There is no rehearsal '%1'.").arg(base::visibleText(name));
        emit failed();
        emit changed();
        return;
    }
    if (m_cluster)
        m_cluster->setListener(nullptr);
    m_isStarting = true;
    m_accused.clear();
    m_foundCause.reset();
    m_isGivenUp = false;
    m_progress = {};
    m_progress.scenario = name;
    const int round = ++m_round;
    // A company with a past of some hours is founded in it, which takes its time.
    base::inBackground(
        this,
        [name, running = m_cluster, start = m_source.start, speed = m_speed]() -> std::shared_ptr<Cluster> {
            if (!running)
                return start(name, speed);
            running->begin(name);
            running->setSpeed(speed);
            return running;
        },
        [this, round, taken](const std::shared_ptr<Cluster>& cluster) {
            if (round == m_round)
                finish(cluster, taken);
        });
    emit changed();
}

void Session::finish(const std::shared_ptr<Cluster>& cluster, const QStringList& taken)
{
    m_isStarting = false;
    m_cluster = cluster;
    if (!m_cluster->problem().isEmpty()) {
        fail(tr("The practice cluster cannot be started: %1").arg(base::visibleText(m_cluster->problem())));
        return;
    }
    const bool isNew = !isOpen();
    if (isNew && !write(taken)) {
        fail(m_problem);
        return;
    }
    listen();
    m_progress = m_cluster->progress();
    m_reported.start();
    if (isNew)
        emit opened();
    emit begun();
    emit changed();
}

bool Session::write(const QStringList& taken)
{
    const QString folder = m_folder.isEmpty() ? runtimeFolder() : m_folder;
    m_path = QDir(folder).filePath(u"drey-practice-%1.kubeconfig"_s.arg(QCoreApplication::applicationPid()));
    QSaveFile file(m_path);
    const QByteArray text = m_cluster->kubeconfig(taken);
    // Nobody else may read the token in it, from the first byte on.
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                           file.write(text) == text.size() && file.commit();
    if (isWritten)
        return true;
    m_problem = tr("The kubeconfig of the practice cluster cannot be written to '%1': %2")
                    .arg(base::visibleText(m_path), base::visibleText(file.errorString()));
    m_path.clear();
    return false;
}

void Session::end()
{
    if (!m_cluster && !m_isStarting)
        return;
    emit aboutToEnd();
    if (isPlaying())
        m_cluster->setListener(nullptr);
    m_cluster.reset();
    m_isStarting = false;
    ++m_round;
    if (isOpen())
        QFile::remove(std::exchange(m_path, {}));
    m_progress = {};
    m_isGivenUp = false;
    emit ended();
    emit changed();
}

void Session::listen()
{
    const int round = ++m_round;
    m_cluster->setListener([this, round](const Progress& progress) {
        // In the thread of the cluster. It is silent before this dies, see end().
        QMetaObject::invokeMethod(
            this,
            [this, round, progress] {
                if (round == m_round)
                    take(progress);
            },
            Qt::QueuedConnection);
    });
}

void Session::take(const Progress& progress)
{
    m_progress = progress;
    m_reported.start();
    emit changed();
}

Instant Session::now() const
{
    if (!m_reported.isValid())
        return m_progress.now;
    return m_progress.now + Duration(qint64(double(m_reported.elapsed()) * m_speed));
}

Duration Session::elapsed() const
{
    if (m_progress.stage == Progress::Stage::Preparing)
        return Duration(0);
    if (m_progress.stage == Progress::Stage::Recovered && m_progress.recovered)
        return *m_progress.recovered;
    return std::max(Duration(0), now() - m_progress.begun);
}

void Session::setSpeed(double speed)
{
    m_progress.now = now();
    m_reported.start();
    m_speed = speed;
    if (isPlaying())
        m_cluster->setSpeed(speed);
    emit changed();
}

QStringList Session::takenHints() const
{
    const Scenario* played = current();
    return played ? played->hints.mid(0, m_progress.hintsTaken) : QStringList();
}

void Session::takeHint()
{
    if (isPlaying() && m_cluster->takeHint() >= 0)
        take(m_cluster->progress());
}

void Session::accuse(const QString& suspect)
{
    if (!isPlaying() || m_foundCause || m_accused.contains(suspect))
        return;
    m_accused.append(suspect);
    if (m_cluster->suspect(suspect))
        m_foundCause = suspect;
    take(m_cluster->progress());
}

void Session::giveUp()
{
    if (!isPlaying() || isOver())
        return;
    m_isGivenUp = true;
    emit changed();
}

bool Session::isOver() const
{
    return isPlaying() && (m_isGivenUp || m_progress.stage == Progress::Stage::Recovered);
}

Debrief Session::debrief() const
{
    return isPlaying() ? m_cluster->debrief() : Debrief();
}

void Session::retranslate()
{
    m_scenarios = m_source.scenarios();
    if (isPlaying()) {
        m_progress = m_cluster->progress();
        m_reported.start();
    }
    emit changed();
}

} // namespace practice
