#pragma once

#include "core/base/health.h"
#include "ui/shell/address.h"

#include <QDateTime>
#include <QIcon>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

class QAbstractItemModel;
class QAction;
class QWidget;

namespace shell {

struct Offer;

/// One line of the inspector: a value with its age and, where it is a state, its family.
struct Fact
{
    QString name, value;
    QDateTime observedAt; ///< UTC; invalid: has no age
    std::optional<base::Health> family;

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// One key of a page, for the sheet of keys.
struct Key
{
    QString keys, meaning;
};

/// What the window knows of a page: the widget of a feature, its address, and what to show around it. Features know
/// nothing of the window; the composition makes a Page of each.
class Page : public QObject
{
    Q_OBJECT
public:
    /// Takes the widget; texts come from functions, asked anew whenever the language changes or changed() was emitted.
    Page(Address address, QWidget* widget, QObject* parent = nullptr);
    ~Page() override;

    const Address& address() const { return m_address; }
    /// What it shows has another name now.
    void setAddress(const Address& address);
    QWidget* widget() const { return m_widget; }

    std::function<QString()> title;
    std::function<QStringList()> connections; ///< ids the page is about; several: the strictest environment is shown
    std::function<QString()> kubectl;         ///< an equivalent command; empty: there is none
    std::function<QList<Fact>()> facts;       ///< of what is selected; empty: nothing is
    std::function<QString()> subject;         ///< what the facts are of
    std::function<QList<Key>()> keys;
    std::function<void()> reload;
    std::function<QList<Offer>()> offers;     ///< what the palette has of it, in front or not
    std::function<QList<QAction*>()> actions; ///< what can be done to what it shows, for the menu and the palette
    QString iconName;

    std::function<void()> save, saveAs; ///< not set: there is nothing to save
    std::function<bool()> isUnsaved;    ///< something would be lost by closing it
    /// Calls `then` when it may be closed, after the user said what to do with what is not saved; never, if the user
    /// would rather not.
    std::function<void(std::function<void()> then)> askBeforeClosing;
    QAbstractItemModel* problems = nullptr; ///< what is wrong on it, for the list below; with the page's own columns
    std::function<void(int row)> goToProblem;

signals:
    void changed();      ///< title, connections or icon
    void factsChanged(); ///< facts or subject

private:
    Address m_address;
    QPointer<QWidget> m_widget;
};

/// Makes pages of addresses; the composition knows how.
class PageFactory
{
public:
    virtual ~PageFactory() = default;

    /// Null when the address names nothing that can be shown; `why` then says it, translated.
    virtual Page* make(const Address& address, QString* why) = 0;
};

} // namespace shell
