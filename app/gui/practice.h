#pragma once

#include "core/kube/watch.h"
#include "ui/practice/session.h"
#include "ui/shell/address.h"

#include <QPointer>

namespace connections {
class Book;
}
namespace flink {
class Connection;
}
namespace practice {
class PracticePage;
}
namespace shell {
class MainWindow;
class Page;
} // namespace shell

namespace gui {

/// Brings the practice cluster into the window: its contexts among the connections, its page, and the band that tells
/// what is practice.
class Practice : public QObject
{
    Q_OBJECT
public:
    Practice(connections::Book& book, practice::Source source);
    ~Practice() override;

    void setWindow(shell::MainWindow* window);
    practice::Session& session() { return m_session; }
    int incidents() const; ///< how many there are to rehearse

    /// Starts it when it does not run, and shows its fleet.
    void open();
    /// Plays this rehearsal from its beginning and shows its page; empty: as open().
    void play(const QString& scenario);
    shell::Page* makePage();

private:
    QString connectionId() const; ///< of the context that may do everything; empty: not open
    void begin(const QString& scenario, std::optional<shell::Address::Place> then);
    void connectTo();
    void arrive();
    void follow(flink::Connection* connection);
    void tellDeployments();
    void showNote();
    void wirePage();

    connections::Book& m_book;
    practice::Session m_session;
    QPointer<shell::MainWindow> m_window;
    QPointer<practice::PracticePage> m_page;
    QString m_notice;                            ///< that it is being set up
    std::optional<shell::Address::Place> m_then; ///< where to go when the rehearsal has begun
};

} // namespace gui
