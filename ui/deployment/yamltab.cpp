#include "ui/deployment/yamltab.h"

#include "core/base/visibletext.h"
#include "core/yaml/yaml.h"
#include "ui/code/codeview.h"
#include "ui/code/highlighting.h"
#include "ui/deployment/keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QToolButton>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// More than this is not shown in one text view.
constexpr qsizetype longestText = 4 * 1024 * 1024;
/// Nor more than this in one line: layout and colours cost by the line.
constexpr qsizetype longestLine = 4096;

} // namespace

base::Result<QString> yamlOf(const QByteArray& json, YamlParts parts)
{
    QJsonParseError problem;
    QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return base::Error{base::Error::Kind::Decode,
                           YamlTab::tr("The object could not be read: %1").arg(problem.errorString())};
    if (!parts.status)
        object.remove(u"status");
    if (!parts.managedFields) {
        QJsonObject metadata = object.value(u"metadata").toObject();
        metadata.remove(u"managedFields");
        object.insert(u"metadata", metadata);
    }
    const QString yaml = QString::fromUtf8(yaml::write(object));
    QStringList lines;
    for (const QStringView line : QStringView(yaml).left(longestText).split(u'\n'))
        lines.append(base::visibleText(line, longestLine, base::Lines::Keep));
    return lines.join(u'\n');
}

YamlTab::YamlTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_text(new code::CodeView)
    , m_status(new widgets::Chip(widgets::Chip::Kind::Toggle))
    , m_managed(new widgets::Chip(widgets::Chip::Kind::Toggle))
    , m_found(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText))
    , m_folds(new QToolButton)
    , m_copy(new widgets::CopyButton)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, theme::between, 0, 0);
    column->setSpacing(theme::between);
    m_search = new widgets::SearchField(widgets::SearchField::Purpose::Search, this, content);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    tools->setSpacing(theme::between);
    tools->addWidget(m_status);
    tools->addWidget(m_managed);
    tools->addWidget(m_folds);
    tools->addStretch(1);
    tools->addWidget(m_found);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_copy);
    column->addLayout(tools);
    column->addWidget(m_text, 1);
    code::highlightYaml(m_text->document());
    setContent(content);
    connect(m_status, &QAbstractButton::toggled, this, &YamlTab::showDocument);
    connect(m_managed, &QAbstractButton::toggled, this, &YamlTab::showDocument);
    connect(m_search, &QLineEdit::textChanged, this, [this] { find(false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
    const auto bind = [this](QStringView id, std::function<void()> act) {
        widgets::bindKeys(this, keyCommand(id), std::move(act));
    };
    bind(u"yaml.find", [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    bind(u"yaml.findNext", [this] { find(false); });
    bind(u"yaml.findPrevious", [this] { find(true); });
    bind(u"yaml.fold", [this] { m_text->toggleFoldAtCursor(); });
    bind(u"yaml.foldAll", [this] { m_text->toggleAllFolds(); });
    connect(m_folds, &QToolButton::clicked, m_text, &code::CodeView::toggleAllFolds);
    retranslate();
}

void YamlTab::retranslate()
{
    m_status->setText(tr("Status"));
    m_status->setToolTip(tr("Show what the operator wrote into .status"));
    m_managed->setText(tr("Managed fields"));
    m_managed->setToolTip(tr("Show who wrote which field, .metadata.managedFields"));
    m_search->setPlaceholderText(tr("Find in the YAML"));
    m_search->setAccessibleName(tr("Find in the YAML"));
    m_folds->setIcon(theme::icon(u"chevron-down"_s));
    m_folds->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_folds->setText(tr("Fold all"));
    m_folds->setToolTip(widgets::withKeys(tr("Fold or unfold everything"), keyCommand(u"yaml.foldAll")));
    m_folds->setAccessibleName(tr("Fold or unfold everything"));
    m_text->setAccessibleName(tr("YAML, read-only"));
}

QString YamlTab::title() const
{
    return tr("YAML");
}

void YamlTab::refresh()
{
    retranslate();
    const auto* store = subject().document();
    if (!settle(*store, tr("get and watch this FlinkDeployment in %1").arg(subject().key().nameSpace)))
        return;
    const auto value = store->value(subject().key());
    if (!value) {
        if (m_shownDocument.isEmpty())
            showNone(tr("This FlinkDeployment does not exist any more."));
        return;
    }
    if (value->document != m_shownDocument) {
        m_shownDocument = value->document;
        showDocument();
    }
}

void YamlTab::showDocument()
{
    const auto text = yamlOf(m_shownDocument, {m_status->isChecked(), m_managed->isChecked()});
    const QString shown = text ? *text : problemText(text.error());
    if (shown == m_shownText)
        return;
    m_shownText = shown;
    m_text->showYaml(shown);
    m_copy->setText(shown, tr("the YAML"));
}

void YamlTab::find(bool backward)
{
    const bool isFound =
        m_text->find(m_search->text(), backward ? QTextDocument::FindBackward : QTextDocument::FindFlags());
    m_found->setText(m_search->text().isEmpty() ? QString()
                     : isFound                  ? tr("%n match(es)", nullptr, m_text->matches())
                                                : tr("not found"));
}

} // namespace deployment
