#include "ui/practice/statedrow.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = 14;

} // namespace

StatedRow::StatedRow(QWidget* parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new widgets::PlainLabel(this))
    , m_word(new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_action(new QPushButton(this))
{
    m_sign->setTextFormat(Qt::PlainText);
    m_sign->setFixedWidth(signSize);
    m_text->setWordWrap(true);
    m_action->setProperty("small", true);
    m_action->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_word);
    row->addWidget(m_action);
    if (theme::Theme* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &StatedRow::dress);
}

void StatedRow::showState(std::optional<theme::Glyph> glyph, const QString& text, const QString& word)
{
    m_glyph = glyph;
    m_text->setText(text);
    m_word->setText(word);
    m_word->setVisible(!word.isEmpty());
    setAccessibleName(word.isEmpty() ? text : u"%1: %2"_s.arg(word, text));
    dress();
}

void StatedRow::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setAccessibleName(u"%1: %2"_s.arg(text, m_text->text()));
    m_action->setVisible(!text.isEmpty());
}

QString StatedRow::text() const
{
    return m_text->text();
}

void StatedRow::dress()
{
    m_sign->setVisible(m_glyph.has_value());
    if (!m_glyph)
        return;
    m_sign->setPixmap(theme::glyph(*m_glyph, signSize, devicePixelRatioF()));
    switch (*m_glyph) {
    case theme::Glyph::Healthy:
        m_word->setFamily(base::Health::Healthy);
        return;
    case theme::Glyph::Broken:
        m_word->setFamily(base::Health::Broken);
        return;
    default:
        m_word->setFamily(base::Health::Unknown);
        return;
    }
}

QList<StatedRow*> fitRows(QWidget* rows, qsizetype count)
{
    QLayout* layout = rows->layout();
    while (layout->count() > count)
        delete layout->itemAt(layout->count() - 1)->widget();
    QList<StatedRow*> added;
    while (layout->count() < count) {
        added.append(new StatedRow(rows));
        layout->addWidget(added.last());
    }
    return added;
}

StatedRow* rowAt(QWidget* rows, qsizetype row)
{
    return qobject_cast<StatedRow*>(rows->layout()->itemAt(static_cast<int>(row))->widget());
}

} // namespace practice
