#include "ui/editor/targeting.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "ui/editor/changemarks.h"
#include "ui/editor/checker.h"
#include "ui/editor/comparison.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/effectpanel.h"
#include "ui/editor/keys.h"
#include "ui/editor/livefacts.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/targetchoice.h"
#include "ui/widgets/agelabel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tooltip.h"

#include <QEvent>
#include <QFileInfo>
#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace editor {

using namespace std::chrono_literals;

namespace {

/// A text that somebody types is not asked about at every letter.
constexpr auto restAfterTyping = 500ms;
constexpr int panelWidth = 330;
/// Beside a comparison the text keeps this part of the width.
constexpr double widthOfText = 0.5;
constexpr qsizetype mostRemembered = 100;
/// Longer documents are not read once more for the marks beside their lines.
constexpr qsizetype longestMarked = 200'000;

const auto chosenKey = u"manifests/clusters"_s;

} // namespace

Targeting::Targeting(EditorPage& page, Clusters& clusters, plans::ApplyRecord& record)
    : QObject(&page)
    , m_page(page)
    , m_clusters(clusters)
    , m_record(record)
    , m_facts(new LiveFacts(this))
    , m_forecasts(new Forecasts(this))
    , m_choice(new TargetChoice(clusters, &page))
    , m_panel(new EffectPanel(*m_forecasts, &page))
    , m_marks(new ChangeMarks(page.edit()))
    , m_shown(new widgets::Chip(widgets::Chip::Kind::Toggle, &page))
    , m_schema(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, &page))
    , m_schemaAge(new widgets::AgeLabel(&page))
{
    build();
    bind();
    retranslate();
    read();
}

Targeting::~Targeting() = default;

void Targeting::build()
{
    m_page.addToHead(m_choice);
    m_page.addToHead(m_shown);
    m_page.addToFoot(m_schema);
    m_page.addToFoot(m_schemaAge);
    m_page.addPanel(m_panel);
    m_schemaAge->setType(theme::Type::Small);
    m_schemaAge->setRole(theme::Role::SecondaryText);
    m_panel->hide();
    m_page.installEventFilter(this);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfterTyping);
}

void Targeting::bind()
{
    const auto key = [this](QStringView id, std::function<void()> act) {
        widgets::bindKeys(&m_page, keyCommand(id), std::move(act));
    };
    key(u"manifest.target", [this] { openChoice(); });
    key(u"manifest.effect", [this] { m_shown->toggle(); });
    key(u"manifest.diff", [this] { showComparison(); });
    key(u"manifest.copyPatch", [this] {
        showEffect(true);
        m_panel->copyPatch();
    });
    key(u"manifest.apply", [this] { apply(); });
    connect(m_choice, &TargetChoice::chosen, this, &Targeting::choose);
    connect(m_shown, &QAbstractButton::toggled, this, &Targeting::showEffect);
    connect(&m_clusters, &Clusters::changed, this, &Targeting::follow);
    connect(m_facts, &LiveFacts::changed, this, &Targeting::judge);
    connect(m_facts, &LiveFacts::objectSeen, m_forecasts, &Forecasts::note);
    connect(&m_page, &EditorPage::checked, this, [this](const Checked& found) {
        if (found.isCurrent)
            m_rest.start();
    });
    connect(m_forecasts, &Forecasts::changed, this, &Targeting::mark);
    connect(&m_page, &EditorPage::changed, this, &Targeting::recall);
    connect(&m_rest, &QTimer::timeout, this, &Targeting::read);
    connect(&m_page.edit(), &QPlainTextEdit::cursorPositionChanged, this, &Targeting::showPlace);
    connect(m_panel, &EffectPanel::chosen, this, &Targeting::goTo);
    connect(m_panel, &EffectPanel::documentChosen, this, [this](qsizetype place) { m_page.edit().goTo(place); });
    connect(m_panel, &EffectPanel::refreshRequested, this, &Targeting::refresh);
    connect(m_panel, &EffectPanel::applyRequested, this, &Targeting::apply);
    connect(m_panel, &EffectPanel::faceChanged, this, &Targeting::widen);
    connect(m_panel, &EffectPanel::clusterWanted, this, [this] {
        if (m_chosen.isEmpty())
            openChoice();
        else if (m_clusters.open)
            m_clusters.open(m_chosen);
    });
}

QString Targeting::clusterId() const
{
    return m_chosen;
}

void Targeting::choose(const QString& id)
{
    m_chosen = id;
    remember();
    if (!id.isEmpty() && !m_clusters.cluster(id).connection && m_clusters.open)
        m_clusters.open(id);
    follow();
    showEffect(!id.isEmpty());
}

/// What became of the chosen cluster.
void Targeting::follow()
{
    Cluster cluster = m_clusters.cluster(m_chosen);
    if (cluster.id.isEmpty() && !m_chosen.isEmpty()) {
        // It is known no more; what was heard of it stays for as long as it stays chosen.
        cluster = m_facts->cluster();
        cluster.connection = nullptr;
        if (cluster.id.isEmpty())
            m_chosen.clear();
    }
    m_choice->present(cluster);
    m_facts->setCluster(cluster);
    m_forecasts->setCluster(cluster);
    judge();
    emit changed();
}

/// Manifests of a folder most often go to the same place.
void Targeting::remember() const
{
    if (m_page.path().isEmpty())
        return;
    QVariantMap all = QSettings().value(chosenKey).toMap();
    const QString folder = QFileInfo(m_page.path()).absolutePath();
    if (m_chosen.isEmpty())
        all.remove(folder);
    else if (all.size() < mostRemembered || all.contains(folder))
        all.insert(folder, m_chosen);
    QSettings().setValue(chosenKey, all);
}

void Targeting::recall()
{
    if (m_page.path().isEmpty() || m_isRecalled)
        return;
    m_isRecalled = true;
    const QString folder = QFileInfo(m_page.path()).absolutePath();
    const QString id = QSettings().value(chosenKey).toMap().value(folder).toString();
    if (!m_chosen.isEmpty() || m_clusters.cluster(id).id.isEmpty())
        return;
    // Nothing is connected to that nobody asked for.
    m_chosen = id;
    follow();
    showEffect(true);
}

void Targeting::openChoice()
{
    m_choice->openMenu();
}

void Targeting::refresh()
{
    m_facts->refresh();
    m_forecasts->refresh();
}

bool Targeting::isEffectShown() const
{
    return m_shown->isChecked();
}

void Targeting::showEffect(bool isShown)
{
    const QSignalBlocker quiet(m_shown);
    const bool isNew = isShown && m_panel->isHidden();
    m_shown->setChecked(isShown);
    m_panel->setVisible(isShown);
    if (isNew)
        widen();
}

void Targeting::showComparison()
{
    const bool isThere = isEffectShown() && m_panel->face() == EffectPanel::Face::Comparison;
    m_panel->showFace(isThere ? EffectPanel::Face::Effect : EffectPanel::Face::Comparison);
    showEffect(true);
}

/// Gives the panel the width that what it shows needs.
void Targeting::widen()
{
    auto* parts = qobject_cast<QSplitter*>(m_panel->parentWidget());
    if (!parts)
        return;
    QList<int> sizes = parts->sizes();
    const int panel = parts->indexOf(m_panel), text = parts->indexOf(&m_page.edit());
    const int both = sizes[panel] + sizes[text];
    const bool isWide = m_panel->face() == EffectPanel::Face::Comparison;
    sizes[panel] = isWide ? static_cast<int>(both * (1 - widthOfText)) : std::min(panelWidth, both / 2);
    sizes[text] = both - sizes[panel];
    parts->setSizes(sizes);
}

void Targeting::read()
{
    if (m_isReading) {
        m_isReadAgain = true;
        return;
    }
    m_isReading = true;
    base::inBackground(
        this, [text = m_page.edit().text()] { return documentsOf(text); },
        [this](const QList<Document>& documents) { take(documents); });
}

void Targeting::take(const QList<Document>& documents)
{
    m_isReading = false;
    m_documents = documents;
    m_facts->setDocuments(documents);
    m_forecasts->setDocuments(documents);
    showPlace();
    if (std::exchange(m_isReadAgain, false))
        read();
}

void Targeting::showPlace()
{
    const int position = m_page.edit().position();
    const QList<Forecast>& all = m_forecasts->all();
    int current = -1;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        if (all[i].document.begin <= position)
            current = i;
    }
    // Of a text with one manifest it is always that one.
    m_forecasts->setCurrent(all.size() == 1 ? 0 : current);
}

void Targeting::goTo(const QStringList& path)
{
    const Forecast* shown = m_forecasts->shown();
    if (!shown)
        return;
    m_page.edit().goTo(placeOf(m_page.edit().text(), shown->document, path));
    m_page.edit().setFocus(Qt::OtherFocusReason);
}

/// Puts the class of each change beside its line; a text that is being written keeps what it has.
void Targeting::mark()
{
    if (m_forecasts->cluster().id.isEmpty())
        return m_marks->present({});
    const QString text = m_page.edit().text();
    QList<ChangeMarks::Mark> marks;
    for (const Forecast& forecast : m_forecasts->all()) {
        if (!forecast.prospect)
            continue;
        const Document& document = forecast.document;
        const bool isThere = document.end <= text.size() && document.end - document.begin < longestMarked;
        if (forecast.isBehind() || !m_documents.contains(document) || m_rest.isActive() || !isThere)
            return;
        QList<QStringList> paths;
        for (const manifest::Change& change : forecast.effect.changes)
            paths.append(change.path);
        const QList<qsizetype> places = placesOf(text, document, paths);
        for (qsizetype i = 0; i < places.size(); ++i) {
            const manifest::Change& change = forecast.effect.changes[i];
            if (places[i] < 0)
                continue;
            QTextCursor place(m_page.edit().document());
            place.setPosition(static_cast<int>(places[i]));
            const bool isNew = change.from.isUndefined() || change.from.isNull();
            marks.append({place, change.weight,
                          isNew ? tr("new") : tr("was %1", "the value before").arg(manifest::valueText(change.from))});
        }
    }
    m_marks->present(marks);
}

/// Lets what is known of the cluster count.
void Targeting::judge()
{
    showSchema();
    const auto& facts = m_facts->facts();
    const QDateTime heard = facts ? m_facts->heardAt() : QDateTime();
    if (heard == m_judgedBy)
        return;
    m_judgedBy = heard;
    auto linter = std::make_shared<manifest::Linter>(m_page.catalogue());
    if (facts) {
        linter->setLive(facts->objects);
        linter->setSchema(facts->schema);
    }
    m_page.checker().setLinter(linter);
    m_page.setSchema(facts ? facts->schema : manifest::Schema::bundled());
}

QString Targeting::schemaText() const
{
    using Source = plans::ClusterFacts::SchemaSource;
    const QString bundled =
        tr("Schema: operator %1, as it came with Drey").arg(manifest::Linter::operatorReleases().constLast());
    const Cluster& cluster = m_facts->cluster();
    if (cluster.id.isEmpty())
        return bundled;
    const QString name = base::visibleText(cluster.name, 80);
    const auto& facts = m_facts->facts();
    if (!facts)
        return m_facts->isAsking() ? tr("%1; asking %2").arg(bundled, name)
                                   : tr("%1; %2 is not connected").arg(bundled, name);
    if (facts->source == Source::Bundled)
        return tr("%1; %2 did not tell its own").arg(bundled, name);
    return m_facts->isConnected() ? tr("Schema: %1, read").arg(name)
                                  : tr("Schema: %1, not connected any more, read").arg(name);
}

void Targeting::showSchema()
{
    m_schema->setText(schemaText());
    const auto& facts = m_facts->facts();
    const bool isRead = facts && facts->source != plans::ClusterFacts::SchemaSource::Bundled;
    m_schema->setToolTip(widgets::plainToolTip(facts ? facts->doubts.join(u'\n') : QString()));
    m_schemaAge->setVisible(isRead);
    if (isRead)
        m_schemaAge->setTime(m_facts->schemaReadAt());
}

void Targeting::retranslate()
{
    m_shown->setText(tr("Effect"));
    m_shown->setToolTip(
        widgets::withKeys(tr("Show or hide what applying it would do"), keyCommand(u"manifest.effect")));
    showSchema();
}

bool Targeting::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace editor
