#pragma once

#include "core/base/environment.h"

#include <QDialog>
#include <QIcon>

#include <functional>
#include <optional>

class QLineEdit;
class QListView;

namespace widgets {
class PlainLabel;
}

namespace shell {

class PaletteModel;

/// One thing the palette offers.
struct Offer
{
    QString id;   ///< stable, for "recent first"
    QString text; ///< shown
    QString kind; ///< shown in secondary: "Command", "Deployment", …
    QString keys; ///< of a command
    QIcon icon;
    QStringList names; ///< what a search may find it by, beside `text`
    std::optional<base::Environment> environment;
    std::function<void()> run;
};

/// A line to type into and what fits it below: commands, pages, deployments, settings.
class Palette : public QDialog
{
    Q_OBJECT
public:
    explicit Palette(QWidget* window);

    /// What a typed text itself stands for, such as a copied address; asked at each key.
    std::function<std::optional<Offer>(const QString& typed)> read;

    /// Asks `offers` now and opens; `prompt` stands in the empty line.
    void openWith(const QList<Offer>& offers, const QString& prompt);
    QLineEdit* line() const { return m_line; }
    QStringList shownTexts() const; ///< best first

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search(const QString& text);
    void runAt(const QModelIndex& index);
    void place();

    QLineEdit* m_line;
    QListView* m_list;
    widgets::PlainLabel* m_nothing;
    PaletteModel* m_model;
};

} // namespace shell
