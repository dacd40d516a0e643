#pragma once

#include "ui/deployment/tab.h"

class QBoxLayout;
class QScrollArea;

namespace widgets {
class Card;
class PlainLabel;
} // namespace widgets

namespace deployment {

class Numbers;
class RestoreCard;
class TruthPanel;

/// The first look: what the sources say, what that means, and the numbers of the job.
class OverviewTab : public Tab
{
    Q_OBJECT
public:
    OverviewTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("overview"); }
    void refresh() override;
    void tick() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut(int width);
    void showNow();
    void showRestore();
    void showNumbers();
    QMap<health::Source, QString> paths() const;

    QScrollArea* m_scroll;
    QBoxLayout* m_columns;
    TruthPanel* m_truth;
    RestoreCard* m_restore;
    Numbers* m_numbers;
    widgets::Card* m_now;
    widgets::PlainLabel* m_summary;
    QWidget* m_reasons;
};

} // namespace deployment
