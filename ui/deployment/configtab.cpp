#include "ui/deployment/configtab.h"

#include "ui/theme/theme.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"

#include <QVBoxLayout>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

ConfigTab::ConfigTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
{
    setTitles();
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, theme::pageMargin, 0, 0);
    column->setSpacing(theme::between);
    m_filter = new widgets::SearchField(widgets::SearchField::Purpose::Filter, this, content);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    head->addWidget(m_filter);
    column->addLayout(head);
    m_table = makeTable(u"configuration"_s, &m_model, content);
    m_table->setDefaultColumns({420, 480});
    m_table->setStretchColumn(1);
    column->addWidget(m_table, 1);
    setContent(content);
    connect(m_filter, &QLineEdit::textChanged, this, &ConfigTab::showFiltered);
}

void ConfigTab::setTitles()
{
    m_model.setTitles({{tr("Key")}, {tr("Value")}});
}

QString ConfigTab::title() const
{
    return tr("Config");
}

void ConfigTab::refresh()
{
    setTitles();
    m_table->setAccessibleName(title());
    m_filter->setPlaceholderText(tr("Filter keys and values"));
    m_filter->setAccessibleName(tr("Filter of the configuration"));
    if (settle(m_configuration, tr("read the configuration of Flink (services/proxy: get)")))
        showFiltered();
}

void ConfigTab::showEvent(QShowEvent* event)
{
    Tab::showEvent(event);
    ask();
}

void ConfigTab::ask()
{
    subject().rest().jobManagerConfig(this, [this](const base::Result<flink::KeyValues>& answer) {
        if (answer)
            m_configuration.succeed(*answer, QDateTime::currentDateTimeUtc());
        else
            m_configuration.fail(answer.error());
        refresh();
    });
}

void ConfigTab::showFiltered()
{
    if (!m_configuration.value)
        return;
    const QString wanted = m_filter->text();
    QList<Line> lines;
    for (const auto& [key, value] : *m_configuration.value) {
        if (key.contains(wanted, Qt::CaseInsensitive) || value.contains(wanted, Qt::CaseInsensitive))
            lines.append({key, {textCell(key), textCell(value, 1000)}});
    }
    std::sort(lines.begin(), lines.end(), [](const Line& left, const Line& right) { return left.key < right.key; });
    m_model.setLines(lines);
}

} // namespace deployment
