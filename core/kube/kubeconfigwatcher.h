#pragma once

#include "core/kube/kubeconfig.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace kube {

/// How the contexts of one reading differ in effect from those of the reading before: by their own settings or those of
/// their cluster or user.
struct KubeconfigChanges
{
    QStringList added, changed, removed; ///< names of contexts
    bool currentContextChanged = false;  ///< of no consequence for what the user is looking at

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && !currentContextChanged; }
    friend bool operator==(const KubeconfigChanges&, const KubeconfigChanges&) = default;
};
KubeconfigChanges changesBetween(const Kubeconfig& before, const Kubeconfig& after);

/// The pauses of a KubeconfigWatcher; tests shorten them.
struct KubeconfigTimes
{
    std::chrono::milliseconds settle{250};  ///< a file must have looked the same for so long
    std::chrono::milliseconds poll{10'000}; ///< for file systems that tell no changes
};

/// Keeps the kubeconfig as it stands in its files now. A file that has become unreadable, empty or broken, or is gone,
/// changes nothing but problems(): the last good reading of all files stays.
class KubeconfigWatcher : public QObject
{
    Q_OBJECT
public:
    /// Reads the files at once.
    explicit KubeconfigWatcher(KubeconfigFiles files, QObject* parent = nullptr, KubeconfigTimes times = {});
    ~KubeconfigWatcher() override;

    const Kubeconfig& config() const { return m_config; }
    /// What is wrong with files now, whether or not their content was taken over; the explicit file may be missing.
    QList<Problem> problems() const { return m_problems; }

signals:
    void changed(const kube::KubeconfigChanges& changes);
    void problemsChanged();

private:
    /// How a file looks from outside.
    struct Look
    {
        bool exists = false;
        qint64 size = 0;
        QDateTime modified;
        QString target;

        friend bool operator==(const Look&, const Look&) = default;
    };

    QList<Look> look() const;
    void watch();
    void noticed();
    void settle();
    void take(const base::Result<Kubeconfig>& reading);
    QList<Problem> losses(const Kubeconfig& reading) const;
    void setProblems(const QList<Problem>& problems);

    KubeconfigFiles m_files;
    KubeconfigTimes m_times;
    Kubeconfig m_config;
    QList<Problem> m_problems;
    QFileSystemWatcher m_watcher;
    QTimer m_settle, m_poll;
    QList<Look> m_seen; ///< when it was last read, or will be
    bool m_reading = false;
};

} // namespace kube
