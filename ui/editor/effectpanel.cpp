#include "ui/editor/effectpanel.h"

#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "core/flink/connectionsettings.h"
#include "core/kube/kubectl.h"
#include "core/yaml/yaml.h"
#include "ui/editor/classbadge.h"
#include "ui/editor/diffview.h"
#include "ui/editor/effectview.h"
#include "ui/editor/keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/agelabel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/tooltip.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

/// Rows of the list of documents that are seen without scrolling.
constexpr int seenRows = 4;
constexpr int leastWidth = 260;

} // namespace

EffectPanel::EffectPanel(Forecasts& forecasts, QWidget* parent)
    : QWidget(parent)
    , m_forecasts(forecasts)
    , m_asEffect(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_asComparison(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_faces(new QButtonGroup(this))
    , m_patch(new widgets::CopyButton(this))
    , m_again(new QToolButton(this))
    , m_documents(new QListWidget(this))
    , m_note(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_effect(new EffectView(EffectView::Parts::All))
    , m_diff(new DiffView(this))
    , m_against(new QButtonGroup(this))
    , m_diffStack(new QStackedWidget(this))
    , m_noDiff(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_empty(new widgets::EmptyState(this))
    , m_loading(new widgets::LoadingRows(this))
    , m_source(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_age(new widgets::AgeLabel(this))
    , m_apply(new QPushButton(this))
{
    setMinimumWidth(leastWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new widgets::Line(this));
    column->addWidget(m_documents);
    column->addWidget(m_note);
    column->addWidget(m_stack, 1);
    column->addWidget(new widgets::Line(this));
    column->addWidget(makeFoot());
    m_effect->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::pageMargin);
    auto* inside = new QWidget;
    auto* above = new QVBoxLayout(inside);
    above->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::pageMargin);
    above->addWidget(m_effect);
    above->addStretch(1);
    m_effect->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(makeComparison());
    m_documents->setFrameShape(QFrame::NoFrame);
    m_documents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_documents->setTextElideMode(Qt::ElideMiddle);
    m_note->hide();
    connect(m_documents, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_forecasts.all().size() && row != m_forecasts.current())
            emit documentChosen(m_forecasts.all()[row].document.head);
    });
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] {
        if (m_forecasts.isConnected())
            emit refreshRequested();
        else
            emit clusterWanted();
    });
    connect(m_effect, &EffectView::chosen, this, &EffectPanel::chosen);
    connect(m_diff, &DiffView::chosen, this, &EffectPanel::chosen);
    connect(&m_forecasts, &Forecasts::changed, this, &EffectPanel::refresh);
    retranslate();
}

QWidget* EffectPanel::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(theme::pageMargin, theme::between, theme::between, theme::between);
    row->setSpacing(theme::inside);
    m_faces->setExclusive(true);
    m_faces->addButton(m_asEffect, static_cast<int>(Face::Effect));
    m_faces->addButton(m_asComparison, static_cast<int>(Face::Comparison));
    m_asEffect->setChecked(true);
    m_again->setIcon(theme::icon(u"refresh"_s));
    m_again->setAutoRaise(true);
    row->addWidget(m_asEffect);
    row->addWidget(m_asComparison);
    row->addStretch(1);
    row->addWidget(m_patch);
    row->addWidget(m_again);
    connect(m_faces, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (!isOn)
            return;
        refresh();
        emit faceChanged();
    });
    connect(m_again, &QToolButton::clicked, this, &EffectPanel::refreshRequested);
    return head;
}

QWidget* EffectPanel::makeComparison()
{
    auto* all = new QWidget(this);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_choice = new QWidget(all);
    auto* row = new widgets::FlowLayout(m_choice);
    row->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    row->setSpacing(theme::inside);
    m_against->setExclusive(true);
    for (const Against one : {Against::Reconciled, Against::Stable, Against::Cluster}) {
        auto* chip = new widgets::Chip(widgets::Chip::Kind::Toggle, m_choice);
        chip->setChecked(one == Against::Reconciled);
        m_against->addButton(chip, static_cast<int>(one));
        row->addWidget(chip);
    }
    connect(m_against, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            refresh();
    });
    m_noDiff->setWordWrap(true);
    m_noDiff->setAlignment(Qt::AlignTop);
    m_noDiff->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    m_diffStack->addWidget(m_diff);
    m_diffStack->addWidget(m_noDiff);
    column->addWidget(m_choice);
    column->addWidget(m_diffStack, 1);
    return all;
}

QWidget* EffectPanel::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    column->setSpacing(theme::between);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::inside);
    m_source->setWordWrap(true);
    m_age->setType(theme::Type::Small);
    m_age->setRole(theme::Role::SecondaryText);
    row->addWidget(m_source, 1);
    row->addWidget(m_age, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_apply);
    connect(m_apply, &QPushButton::clicked, this, &EffectPanel::applyRequested);
    return foot;
}

void EffectPanel::retranslate()
{
    m_asEffect->setText(tr("Effect"));
    m_asEffect->setToolTip(tr("What applying it would do"));
    m_asComparison->setText(tr("Diff"));
    m_asComparison->setToolTip(tr("What would be different, line by line"));
    m_again->setToolTip(tr("Ask the cluster again"));
    m_again->setAccessibleName(m_again->toolTip());
    m_documents->setAccessibleName(tr("Documents"));
    m_diff->setAccessibleName(tr("What would be different, line by line"));
    m_against->button(static_cast<int>(Against::Reconciled))->setText(tr("Last reconciled"));
    m_against->button(static_cast<int>(Against::Stable))->setText(tr("Last stable"));
    m_against->button(static_cast<int>(Against::Cluster))->setText(tr("In the cluster"));
    m_apply->setText(tr("Review and apply…"));
    m_apply->setToolTip(widgets::withKeys(m_apply->text(), keyCommand(u"manifest.apply")));
    refresh();
}

void EffectPanel::showFace(Face face)
{
    m_faces->button(static_cast<int>(face))->setChecked(true);
}

EffectPanel::Face EffectPanel::face() const
{
    return static_cast<Face>(m_faces->checkedId());
}

void EffectPanel::setAgainst(Against against)
{
    m_against->button(static_cast<int>(against))->setChecked(true);
}

void EffectPanel::refresh()
{
    fillDocuments();
    const Forecast* shown = m_forecasts.shown();
    showFoot(shown);
    showPatch(shown);
    m_note->hide();
    if (!shown || (!shown->prospect && !shown->isAsked) || m_forecasts.cluster().id.isEmpty())
        return showEmpty();
    if (!shown->prospect) {
        m_loading->setSentence(tr("Asking the cluster"));
        m_stack->setCurrentWidget(m_forecasts.isConnected() ? static_cast<QWidget*>(m_loading) : m_empty);
        if (!m_forecasts.isConnected())
            showEmpty();
        return;
    }
    showForecast(*shown);
}

void EffectPanel::fillDocuments()
{
    const QSignalBlocker quiet(m_documents);
    const QList<Forecast>& all = m_forecasts.all();
    while (m_documents->count() > all.size())
        delete m_documents->takeItem(m_documents->count() - 1);
    while (m_documents->count() < all.size())
        m_documents->addItem(QString());
    for (int i = 0; i < m_documents->count(); ++i) {
        const Forecast& forecast = all[i];
        QListWidgetItem* item = m_documents->item(i);
        const QString name = base::visibleText(forecast.document.kind + u' ' + forecast.document.name, 160);
        const QString word = forecast.prospect ? manifest::sizeText(forecast.effect.size) : tr("not asked yet");
        item->setText(u"%1 · %2"_s.arg(name, word));
        item->setToolTip(widgets::plainToolTip(item->text()));
        const base::Health family = forecast.prospect ? familyOf(forecast.effect) : base::Health::Unknown;
        item->setIcon(QIcon(theme::glyph(theme::glyphOf(family), 14, devicePixelRatioF())));
    }
    m_documents->setCurrentRow(m_forecasts.current());
    m_documents->setVisible(all.size() > 1);
    const int rows = std::min<int>(seenRows, static_cast<int>(all.size()));
    m_documents->setFixedHeight(rows * std::max(m_documents->sizeHintForRow(0), theme::treeRowHeight()) +
                                theme::inside);
}

void EffectPanel::showForecast(const Forecast& forecast)
{
    const bool isOld = forecast.isBehind() || forecast.error || !m_forecasts.isConnected();
    m_effect->present(*forecast.prospect, forecast.effect);
    m_effect->setFaint(isOld);
    if (!m_forecasts.isConnected())
        m_note->showMessage(base::Health::Unknown, tr("Not connected."), tr("This is what was heard last."));
    else if (forecast.error)
        m_note->showMessage(base::Health::AtRisk, tr("It could not be asked again."),
                            base::visibleText(forecast.error->message));
    else if (forecast.document.isBroken)
        m_note->showMessage(base::Health::AtRisk, tr("The document cannot be read now."),
                            tr("This is of its last readable text."));
    m_note->setVisible(!m_forecasts.isConnected() || forecast.error || forecast.document.isBroken);
    if (face() == Face::Comparison)
        showComparison(forecast);
    m_stack->setCurrentIndex(face() == Face::Comparison ? 3 : 2);
}

void EffectPanel::showComparison(const Forecast& forecast)
{
    const auto lines =
        comparisonOf(*forecast.prospect, forecast.manifest, static_cast<Against>(m_against->checkedId()));
    const bool isAny = lines && !lines->isEmpty();
    m_choice->setVisible(forecast.prospect->live.has_value()); // what is new is new beside all of them
    m_diff->present(lines.value_or(QList<DiffLine>()));
    if (!lines)
        m_noDiff->setText(tr("No spec of this object was ever stable."));
    else if (!isAny)
        m_noDiff->setText(tr("Nothing would be different."));
    m_diffStack->setCurrentWidget(isAny ? static_cast<QWidget*>(m_diff) : m_noDiff);
}

/// The patch, below the command that takes it.
void EffectPanel::showPatch(const Forecast* forecast)
{
    const bool isHeard = forecast && forecast->prospect && !m_forecasts.cluster().id.isEmpty();
    const QJsonObject patch = isHeard ? forecast->prospect->patchOf(forecast->manifest) : QJsonObject();
    QString text;
    if (!patch.isEmpty()) {
        const plans::Target& target = forecast->prospect->target;
        const QString type = QStringList{target.type.plural, target.type.group}.join(u'.');
        text =
            u"# "_s + kube::kubectlCommand(flink::contextNameOf(m_forecasts.cluster().id), target.nameSpace,
                                           {u"patch"_s, target.type.group.isEmpty() ? target.type.plural : type,
                                            target.name, u"--type"_s, u"merge"_s, u"--patch-file"_s, u"patch.yaml"_s});
        text += u'\n' + QString::fromUtf8(yaml::write(patch));
    }
    m_patch->setText(text, tr("the changes as a patch"));
    m_patch->setToolTip(widgets::withKeys(m_patch->toolTip(), keyCommand(u"manifest.copyPatch")));
}

void EffectPanel::copyPatch()
{
    m_patch->click();
}

void EffectPanel::showEmpty()
{
    const Forecast* shown = m_forecasts.shown();
    const Cluster& cluster = m_forecasts.cluster();
    m_stack->setCurrentWidget(m_empty);
    if (cluster.id.isEmpty())
        m_empty->showNone(tr("Choose a cluster to see what applying this manifest would do there."),
                          tr("Choose a cluster…"));
    else if (!cluster.connection)
        m_empty->showUnreachable(tr("%1 is not connected.").arg(base::visibleText(cluster.name)), {}, tr("Connect"));
    else if (!shown)
        m_empty->showNone(m_forecasts.all().isEmpty()
                              ? tr("There is no manifest of the Flink operator in this text.")
                              : tr("Put the cursor into a manifest of the Flink operator to see its effect."));
    else if (shown->error && shown->error->kind == base::Error::Kind::Forbidden)
        m_empty->showNotPermitted(base::visibleText(shown->error->message), tr("Try again"));
    else if (shown->error)
        m_empty->showUnreachable(base::visibleText(shown->error->message), cluster.connection->state().lastContact,
                                 tr("Try again"));
    else
        m_empty->showNone(tr("This document cannot be read: see its problems."));
}

void EffectPanel::showFoot(const Forecast* forecast)
{
    const bool isHeard = forecast && forecast->prospect && !m_forecasts.cluster().id.isEmpty();
    m_source->setText(sourceText());
    m_age->setVisible(isHeard);
    if (isHeard)
        m_age->setTime(forecast->prospect->observedAt);
    m_apply->setEnabled(m_forecasts.isConnected() && !m_forecasts.all().isEmpty());
}

QString EffectPanel::sourceText() const
{
    const Forecast* shown = m_forecasts.shown();
    const QString name = base::visibleText(m_forecasts.cluster().name, 80);
    if (m_forecasts.cluster().id.isEmpty())
        return tr("Nothing is asked of any cluster.");
    if (shown && shown->isAsked && m_forecasts.isConnected())
        return tr("Asking %1").arg(name);
    if (!shown || !shown->prospect)
        return {};
    return shown->prospect->planned ? tr("Dry run on %1").arg(name) : tr("Laid over the object on %1").arg(name);
}

QString EffectPanel::state() const
{
    return m_stack->currentWidget() == m_empty ? m_empty->sentence() : QString();
}

void EffectPanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme::color(theme::Role::Surface));
}

void EffectPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace editor
