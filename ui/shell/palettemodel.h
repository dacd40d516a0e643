#pragma once

#include "ui/shell/palette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace shell {

/// The offers that fit what was typed, best first; of equals, what was chosen last.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int most = 60; ///< more than one reads

    using QAbstractListModel::QAbstractListModel;

    void setOffers(const QList<Offer>& offers);
    /// `literal` is what the text itself stands for, such as an address; it comes first.
    void search(const QString& text, const std::optional<Offer>& literal = {});
    const Offer& offerAt(int row) const;
    /// Puts the offer first from now on, for this user.
    static void remember(const Offer& offer);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<Offer> m_offers;
    qsizetype m_offered = 0; ///< of m_offers; a literal one may stand behind them
    QList<int> m_shown;
    QStringList m_recent;
};

/// Draws an offer: sign, text, environment, and at the right its kind or keys.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace shell
