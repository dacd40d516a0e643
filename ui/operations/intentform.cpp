#include "ui/operations/intentform.h"

#include "core/base/visibletext.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace operations {

using plans::Intent;
using plans::SpecChange;
using Verb = Intent::Verb;

namespace {

const QStringList imagePath{u"spec"_s, u"image"_s};
const QStringList jarPath{u"spec"_s, u"job"_s, u"jarURI"_s};
const QStringList versionPath{u"spec"_s, u"flinkVersion"_s};
const QStringList modePath{u"spec"_s, u"job"_s, u"upgradeMode"_s};
const QStringList parallelismPath{u"spec"_s, u"job"_s, u"parallelism"_s};
constexpr int mostParallelism = 32'768; ///< Flink's own limit

/// Who says none has the operator's default.
QString modeOf(const flink::JobSpec& job)
{
    return job.upgradeMode.isEmpty() ? u"stateless"_s : job.upgradeMode;
}

QString labelOf(const QStringList& path)
{
    if (path == imagePath)
        return IntentForm::tr("Image");
    if (path == jarPath)
        return IntentForm::tr("Jar");
    if (path == versionPath)
        return IntentForm::tr("Flink version");
    return {};
}

QStringList linesOf(const QPlainTextEdit* edit)
{
    QStringList lines = edit ? edit->toPlainText().split(u'\n') : QStringList();
    for (QString& line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    return lines;
}

} // namespace

Present Present::of(const flink::Deployment* deployment)
{
    return deployment ? Present{deployment->image, deployment->flinkVersion, deployment->job, deployment->isSession()}
                      : Present{QString(), QString(), std::nullopt};
}

Present Present::of(const flink::SessionJob* job)
{
    return {std::nullopt, std::nullopt, job ? job->job : std::nullopt};
}

IntentForm::IntentForm(Intent intent, Present present, const QStringList& snapshots, QWidget* parent)
    : QWidget(parent)
    , m_intent(std::move(intent))
    , m_present(std::move(present))
    , m_form(new QFormLayout(this))
    , m_submit(new QPushButton(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(theme::pageMargin);
    m_form->setVerticalSpacing(theme::between);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    if (m_intent.verb == Verb::Upgrade) {
        if (m_present.image)
            addText(imagePath, *m_present.image);
        if (m_present.job)
            addText(jarPath, m_present.job->jarUri);
        if (m_present.flinkVersion)
            addText(versionPath, *m_present.flinkVersion);
        if (m_present.job) {
            addParallelism();
            addModes();
        }
        addFields();
    }
    if (m_intent.verb == Verb::Rescale)
        addParallelism();
    if (m_intent.verb == Verb::Redeploy)
        addSnapshots(snapshots);
    if (m_intent.verb == Verb::Delete)
        m_withSavepoint = addOption(u"withSavepoint"_s, m_intent.withSavepoint);
    if (hasOptions(m_intent))
        m_drains = addOption(u"drains"_s, m_intent.drains);
    if (m_withSavepoint && m_present.isSession) {
        m_withSavepoint->setChecked(false);
        m_withSavepoint->setEnabled(false);
        m_drains->setEnabled(false);
    } else if (m_withSavepoint) {
        m_drains->setEnabled(m_intent.withSavepoint);
        connect(m_withSavepoint, &QCheckBox::toggled, m_drains, &QWidget::setEnabled);
    }
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_submit);
    m_form->addRow(row);
    m_submit->setObjectName(u"plan"_s);
    m_submit->setAutoDefault(false);
    m_submit->setVisible(needsForm(m_intent));
    connect(m_submit, &QPushButton::clicked, this, &IntentForm::submit);
    retranslate();
}

void IntentForm::addText(const QStringList& path, const QString& now)
{
    auto* edit = new QLineEdit(now, this);
    edit->setObjectName(path.last());
    m_form->addRow(new widgets::PlainLabel(this), edit);
    m_texts.append({path, now, edit});
    connect(edit, &QLineEdit::textChanged, this, &IntentForm::refresh);
    connect(edit, &QLineEdit::returnPressed, this, &IntentForm::submit);
}

void IntentForm::addParallelism()
{
    m_parallelism = new QSpinBox(this);
    m_parallelism->setObjectName(u"parallelism"_s);
    m_parallelism->setRange(1, mostParallelism);
    m_parallelism->setValue(m_present.job ? m_present.job->parallelism : 1);
    m_form->addRow(new widgets::PlainLabel(this), m_parallelism);
    connect(m_parallelism, &QSpinBox::valueChanged, this, &IntentForm::refresh);
}

void IntentForm::addModes()
{
    m_mode = new QComboBox(this);
    m_mode->setObjectName(u"upgradeMode"_s);
    m_mode->addItems({u"savepoint"_s, u"last-state"_s, u"stateless"_s});
    m_mode->setCurrentText(modeOf(*m_present.job));
    m_form->addRow(new widgets::PlainLabel(this), m_mode);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &IntentForm::refresh);
}

void IntentForm::addFields()
{
    constexpr int rows = 3;
    m_fields = new QPlainTextEdit(this);
    m_fields->setObjectName(u"fields"_s);
    m_fields->setTabChangesFocus(true);
    m_fields->setFixedHeight((rows + 1) * m_fields->fontMetrics().lineSpacing());
    m_form->addRow(new widgets::PlainLabel(this), m_fields);
    connect(m_fields, &QPlainTextEdit::textChanged, this, &IntentForm::refresh);
}

void IntentForm::addSnapshots(const QStringList& snapshots)
{
    m_snapshot = new QComboBox(this);
    m_snapshot->setObjectName(u"from"_s);
    m_snapshot->setEditable(true);
    m_snapshot->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_snapshot->setMinimumContentsLength(24);
    m_snapshot->addItems(snapshots);
    m_snapshot->setEditText(m_intent.from);
    m_form->addRow(new widgets::PlainLabel(this), m_snapshot);
    connect(m_snapshot, &QComboBox::editTextChanged, this, &IntentForm::refresh);
    connect(m_snapshot->lineEdit(), &QLineEdit::returnPressed, this, &IntentForm::submit);
}

QCheckBox* IntentForm::addOption(const QString& name, bool isOn)
{
    auto* option = new QCheckBox(this);
    option->setObjectName(name);
    option->setChecked(isOn);
    m_form->addRow(option);
    connect(option, &QCheckBox::toggled, this, &IntentForm::submitted);
    return option;
}

Intent IntentForm::intent() const
{
    Intent intent = m_intent;
    for (const Text& text : m_texts) {
        const QString value = text.edit->text().trimmed();
        if (value != text.now && !value.isEmpty())
            intent.change.set(plans::pathIn(intent.kind, text.path), value);
    }
    const int parallelism = m_present.job ? m_present.job->parallelism : 0;
    if (m_parallelism && m_parallelism->value() != parallelism)
        intent.change.set(plans::pathIn(intent.kind, parallelismPath), m_parallelism->value());
    if (m_mode && m_mode->currentText() != modeOf(*m_present.job))
        intent.change.set(plans::pathIn(intent.kind, modePath), m_mode->currentText());
    for (const QString& line : linesOf(m_fields)) {
        // What is typed is the whole path: a transition has fields outside its template too.
        if (const auto entry = plans::entryOf(line))
            intent.change.set(entry->path, entry->to);
    }
    if (m_snapshot)
        intent.from = m_snapshot->currentText().trimmed();
    if (m_withSavepoint && m_withSavepoint->isEnabled())
        intent.withSavepoint = m_withSavepoint->isChecked();
    if (m_drains)
        intent.drains = m_drains->isChecked() && (!m_withSavepoint || m_withSavepoint->isChecked());
    return intent;
}

QString IntentForm::missing() const
{
    if (m_snapshot && m_snapshot->currentText().trimmed().isEmpty())
        return tr("Choose the snapshot to start from, or paste its path.");
    for (const QString& line : linesOf(m_fields)) {
        if (!plans::entryOf(line))
            return tr("'%1' is not of the form spec.path=value.").arg(base::visibleText(line, 80));
    }
    if ((m_intent.verb == Verb::Upgrade || m_intent.verb == Verb::Rescale) && intent().change.isEmpty())
        return tr("Change a value first.");
    return {};
}

void IntentForm::submit()
{
    if (missing().isEmpty())
        emit submitted();
}

void IntentForm::refresh()
{
    const QString why = missing();
    m_submit->setEnabled(why.isEmpty());
    m_submit->setToolTip(why);
}

void IntentForm::retranslate()
{
    const auto label = [this](QWidget* field, const QString& text) {
        if (!field)
            return;
        auto* words = qobject_cast<QLabel*>(m_form->labelForField(field));
        words->setText(text);
        words->setBuddy(field);
        field->setAccessibleName(text);
    };
    for (const Text& text : std::as_const(m_texts))
        label(text.edit, labelOf(text.path));
    label(m_parallelism, tr("Parallelism"));
    label(m_mode, tr("Upgrade mode"));
    label(m_fields, tr("Other fields"));
    if (m_fields)
        m_fields->setPlaceholderText(
            tr("One a line: %1")
                .arg(plans::pathIn(m_intent.kind, {u"spec"_s, u"taskManager"_s, u"resource"_s, u"memory=4g"_s})
                         .join(u'.')));
    label(m_snapshot, tr("Start from"));
    if (m_snapshot)
        m_snapshot->lineEdit()->setPlaceholderText(tr("Path of a savepoint or retained checkpoint"));
    if (m_withSavepoint)
        m_withSavepoint->setText(tr("Take a savepoint first"));
    if (m_drains)
        m_drains->setText(tr("Drain it: the last windows fire, and it is never to be resumed"));
    for (QCheckBox* option : {m_withSavepoint, m_drains}) {
        if (option && m_present.isSession)
            option->setToolTip(tr("A session cluster has no job of its own."));
    }
    m_submit->setText(tr("Plan it"));
    refresh();
}

void IntentForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace operations
