#include "ui/shell/palettemodel.h"

#include "ui/shell/chips.h"
#include "ui/shell/fuzzy.h"
#include "ui/theme/theme.h"
#include "ui/widgets/environmentchip.h"

#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

const auto recentKey = u"palette/recent"_s;
constexpr qsizetype mostRecent = 20;
constexpr int recentBonus = 12;

std::optional<int> bestFit(const QString& wanted, const Offer& offer)
{
    std::optional<int> best = fit(wanted, offer.text);
    for (const QString& name : offer.names)
        best = std::max(best, fit(wanted, name));
    return best;
}

} // namespace

void PaletteModel::setOffers(const QList<Offer>& offers)
{
    m_offers = offers;
    m_offered = offers.size();
    m_recent = QSettings().value(recentKey).toStringList();
    search({});
}

void PaletteModel::search(const QString& text, const std::optional<Offer>& literal)
{
    struct Hit
    {
        int offer, score;
    };
    std::vector<Hit> hits;
    for (int i = 0; i < static_cast<int>(m_offered); ++i) {
        const std::optional<int> score = bestFit(text, m_offers.at(i));
        if (!score)
            continue;
        const qsizetype recent = m_recent.indexOf(m_offers.at(i).id);
        hits.push_back({i, *score + (recent < 0 ? 0 : recentBonus + static_cast<int>(mostRecent - recent))});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    if (hits.size() > most)
        hits.resize(most);
    beginResetModel();
    m_shown.clear();
    m_offers.resize(m_offered);
    if (literal) {
        m_offers.append(*literal);
        m_shown.append(static_cast<int>(m_offered));
    }
    for (const Hit& hit : hits)
        m_shown.append(hit.offer);
    endResetModel();
}

const Offer& PaletteModel::offerAt(int row) const
{
    return m_offers.at(m_shown.at(row));
}

void PaletteModel::remember(const Offer& offer)
{
    QStringList recent = QSettings().value(recentKey).toStringList();
    recent.removeAll(offer.id);
    recent.prepend(offer.id);
    QSettings().setValue(recentKey, recent.mid(0, mostRecent));
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const Offer& offer = offerAt(index.row());
    if (role == Qt::DisplayRole)
        return offer.text;
    if (role == Qt::AccessibleTextRole)
        return u"%1, %2"_s.arg(offer.text, offer.kind);
    return {};
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, theme::rowHeight() + 4};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const PaletteModel*>(index.model());
    if (!model)
        return;
    const Offer& offer = model->offerAt(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect.adjusted(6, 1, -6, -1);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::color(selected ? theme::Role::Selection : theme::Role::Hover));
        painter->drawRoundedRect(row, theme::controlRadius, theme::controlRadius);
    }
    constexpr int sign = 16;
    if (!offer.icon.isNull())
        offer.icon.paint(painter, QRect(row.left() + 8, row.center().y() - sign / 2 + 1, sign, sign));
    QRect place = row.adjusted(8 + sign + 10, 0, -8, 0);
    if (!offer.keys.isEmpty())
        place.setRight(place.right() - paintKeyCap(painter, place, offer.keys) - 8);
    painter->setFont(theme::font(theme::Type::Small));
    painter->setPen(theme::color(theme::Role::SecondaryText));
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, offer.kind);
    place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(offer.kind) - 12);
    const bool hasEnvironment = offer.environment && *offer.environment != base::Environment::Unset;
    const QSize chip =
        hasEnvironment ? widgets::EnvironmentChip::sizeOf(*offer.environment, widgets::EnvironmentChip::Length::Short)
                       : QSize(0, 0);
    painter->setFont(theme::font(theme::Type::Body));
    painter->setPen(theme::color(selected ? theme::Role::SelectionText : theme::Role::Text));
    const QString text =
        painter->fontMetrics().elidedText(offer.text, Qt::ElideMiddle, place.width() - chip.width() - 8);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (hasEnvironment) {
        const int x = place.left() + painter->fontMetrics().horizontalAdvance(text) + 8;
        widgets::EnvironmentChip::paint(painter, QRect(QPoint(x, row.center().y() - chip.height() / 2 + 1), chip),
                                        *offer.environment, widgets::EnvironmentChip::Length::Short);
    }
    painter->restore();
}

} // namespace shell
