#include "ui/connections/doctorview.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/connections/clinic.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

using Verdict = flink::DoctorStep::Verdict;

theme::Glyph glyphOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return theme::Glyph::Healthy;
    case Verdict::Warning:
        return theme::Glyph::AtRisk;
    case Verdict::Failed:
        return theme::Glyph::Broken;
    case Verdict::Unknown:
    case Verdict::NotReached:
        return theme::Glyph::Unknown;
    }
    return theme::Glyph::Unknown;
}

// The detail is told where it helps: under what went wrong or could not be found out.
bool showsDetail(const flink::DoctorStep& step)
{
    const bool isPlain = step.verdict == Verdict::Ok || step.verdict == Verdict::NotReached;
    return !isPlain && !step.detail.isEmpty();
}

// Open at once where it is needed to go on; one click away where things work all the same.
void addDetail(QGridLayout* grid, int* row, const flink::DoctorStep& step, const QString& show, const QString& hide)
{
    QWidget* parent = grid->parentWidget();
    auto* detail = new widgets::PlainLabel(base::visibleText(step.detail, 4096, base::Lines::Keep), theme::Type::Small,
                                           theme::Role::SecondaryText, parent);
    detail->setWordWrap(true);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    detail->setContentsMargins(0, 0, 0, 6);
    auto* toggle = new QPushButton(parent);
    toggle->setFlat(true);
    toggle->setProperty("link", true);
    toggle->setProperty("small", true);
    const auto set = [detail, toggle, show, hide](bool open) {
        detail->setVisible(open);
        toggle->setText(open ? hide : show);
    };
    QObject::connect(toggle, &QPushButton::clicked, detail, [detail, set] { set(!detail->isVisible()); });
    set(step.verdict == Verdict::Failed);
    grid->addWidget(toggle, (*row)++, 1, 1, 2, Qt::AlignLeft);
    grid->addWidget(detail, (*row)++, 1, 1, 2);
}

void addStep(QGridLayout* grid, int* row, const flink::DoctorStep& step, const QString& message, const QString& show,
             const QString& hide)
{
    QWidget* parent = grid->parentWidget();
    const auto cell = [](QWidget* widget) {
        widget->setMinimumHeight(theme::rowHeight());
        return widget;
    };
    auto* name = new widgets::GlyphLabel(glyphOf(step.verdict), step.name, parent);
    name->setPlain(true);
    name->setFont(theme::font(theme::Type::Strong));
    const bool isReached = step.verdict != Verdict::NotReached;
    auto* found = new widgets::PlainLabel(message, theme::Type::Body,
                                          isReached ? theme::Role::Text : theme::Role::SecondaryText, parent);
    found->setWordWrap(true);
    found->setContentsMargins(0, 5, 0, 5);
    found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const QString took = isReached ? base::compactDuration(step.duration) : u"–"_s;
    auto* time = new widgets::PlainLabel(took, theme::Type::Small, theme::Role::SecondaryText, parent);
    grid->addWidget(cell(name), *row, 0, Qt::AlignTop);
    grid->addWidget(cell(found), *row, 1, Qt::AlignVCenter);
    grid->addWidget(cell(time), *row, 2, Qt::AlignTop | Qt::AlignRight);
    ++*row;
    if (showsDetail(step))
        addDetail(grid, row, step, show, hide);
    grid->addWidget(new widgets::Line(parent), (*row)++, 0, 1, 3);
}

} // namespace

DoctorView::DoctorView(Clinic& clinic, QWidget* parent)
    : Card(parent)
    , m_clinic(clinic)
    , m_test(new QPushButton(this))
    , m_copy(new widgets::CopyButton(this))
    , m_hint(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
{
    m_test->setIcon(theme::icon(u"refresh"_s));
    m_test->setProperty("small", true);
    addHeaderWidget(m_copy);
    addHeaderWidget(m_test);
    m_hint->setWordWrap(true);
    m_rows = new QWidget(this);
    body()->setContentsMargins(theme::pageMargin, theme::inside, theme::pageMargin, theme::pageMargin);
    body()->addWidget(m_rows);
    body()->addWidget(m_hint);
    body()->addStretch();
    connect(m_test, &QPushButton::clicked, this, [this] { m_clinic.examine(m_id); });
    connect(&m_clinic, &Clinic::changed, this, [this](const QString& id) {
        if (id == m_id)
            refresh();
    });
    retranslate();
}

void DoctorView::setConnection(const QString& id, const QString& name)
{
    m_id = id;
    m_name = name;
    refresh();
}

QWidget* DoctorView::makeRows()
{
    auto* rows = new QWidget(this);
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    const flink::Doctor* doctor = m_id.isEmpty() ? nullptr : m_clinic.doctor(m_id);
    int row = 0;
    const QList<flink::DoctorStep> steps = doctor ? doctor->steps() : QList<flink::DoctorStep>();
    const bool isDone = doctor && doctor->isFinished();
    for (const flink::DoctorStep& step : steps) {
        const QString waiting = isDone ? tr("not reached") : tr("not tested yet");
        const QString message = step.verdict == Verdict::NotReached ? waiting : base::visibleText(step.message);
        addStep(grid, &row, step, message, tr("Show details"), tr("Hide details"));
    }
    return rows;
}

void DoctorView::refresh()
{
    QWidget* fresh = makeRows();
    delete body()->replaceWidget(m_rows, fresh);
    m_rows->deleteLater();
    m_rows = fresh;
    const flink::Doctor* doctor = m_id.isEmpty() ? nullptr : m_clinic.doctor(m_id);
    const bool isBusy = m_clinic.isExamining(m_id);
    setSubtitle(m_name);
    m_test->setEnabled(doctor && !isBusy);
    m_test->setText(isBusy ? tr("Testing…") : m_clinic.wasExamined(m_id) ? tr("Test again") : tr("Test"));
    m_copy->setText(doctor && m_clinic.wasExamined(m_id) ? reportText(*doctor) : QString(), tr("the report"));
    QStringList hints;
    if (m_id.isEmpty())
        hints.append(tr("Select a connection to test it."));
    const QStringList warnings = doctor ? doctor->warnings() : QStringList();
    for (const QString& warning : warnings)
        hints.append(base::visibleText(warning));
    m_hint->setText(hints.join(u'\n'));
    m_hint->setVisible(!hints.isEmpty());
}

void DoctorView::retranslate()
{
    setTitle(tr("Connection doctor"));
    refresh();
}

void DoctorView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

} // namespace connections
