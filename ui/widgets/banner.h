#pragma once

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class PlainLabel;

/// One sentence in a family's colours above a page's content, with at most one thing to do about it.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    /// `lead` is semibold, `rest` follows in normal; `action` empty: no button.
    void showMessage(base::Health family, const QString& lead, const QString& rest, const QString& action = {});
    QString text() const;

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    base::Health m_family = base::Health::Unknown;
    QLabel* m_glyph;
    PlainLabel* m_lead;
    PlainLabel* m_rest;
    QPushButton* m_action;
};

/// Above content that is old: since when there is no contact and why; grows older by itself.
class StaleBanner : public Banner
{
    Q_OBJECT
public:
    explicit StaleBanner(QWidget* parent = nullptr);

    /// `lastContact` UTC, invalid: never; `reason` translated.
    void showStale(const QDateTime& lastContact, const QString& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QDateTime m_lastContact;
    QString m_reason;
};

} // namespace widgets
