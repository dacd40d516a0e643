#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;

namespace widgets {
class ElidedLabel;
}

namespace shell {

struct Surroundings;

/// Across the whole window while it shows something of the practice cluster: the word, what of the page is practice,
/// and how the rehearsal stands.
class PracticeBand : public QWidget
{
    Q_OBJECT
public:
    explicit PracticeBand(QWidget* parent = nullptr);

    /// `contexts`: names of the practice contexts of the page; none hides the band. `mixed`: there are others, too.
    enum class Page { OnlyPractice, Mixed };
    void setContexts(const QStringList& contexts, Page page);
    /// What is rehearsed and how it stands, translated; empty: nothing is.
    void setNote(const QString& note);
    QString text() const;

signals:
    void pageRequested(); ///< the page of the practice cluster

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    widgets::ElidedLabel* m_text;
    widgets::ElidedLabel* m_note;
    QPushButton* m_open;
    QStringList m_contexts;
    Page m_page = Page::OnlyPractice;
};

/// What of these surroundings is practice.
void showPractice(PracticeBand& band, const Surroundings& surroundings);

} // namespace shell
