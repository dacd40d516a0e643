#include "ui/editor/question.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace editor {

Question::Question(const QString& title, const QString& text, const QStringList& answers, QWidget* parent)
    : QDialog(parent)
    , m_answer(static_cast<int>(answers.size()) - 1)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* words = new widgets::PlainLabel(text, this);
    words->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (int i = 0; i < answers.size(); ++i) {
        auto* button = new QPushButton(answers[i], this);
        button->setDefault(i == 0);
        button->setAutoDefault(i == 0);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            m_answer = i;
            accept();
        });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->addWidget(words);
    column->addSpacing(theme::pageMargin);
    column->addLayout(buttons);
    setMinimumWidth(420);
}

void Question::ask(std::function<void(int)> answered)
{
    m_answered = std::move(answered);
    connect(this, &QDialog::finished, this, [this] { m_answered(m_answer); });
    open();
}

void askForLine(QWidget* parent, int current, int last, std::function<void(int)> then)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Question::tr("Go to a line"));
    auto* label = new widgets::PlainLabel(Question::tr("Line, 1 to %1").arg(last), dialog);
    auto* field = new QSpinBox(dialog);
    field->setRange(1, last);
    field->setValue(current);
    field->selectAll();
    field->setAccessibleName(label->text());
    label->setBuddy(field);
    auto* go = new QPushButton(Question::tr("Go"), dialog);
    go->setDefault(true);
    QObject::connect(go, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, [field, then = std::move(then)] { then(field->value()); });
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(go);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 18, 20, 16);
    column->addWidget(label);
    column->addLayout(row);
    dialog->setMinimumWidth(300);
    dialog->open();
}

} // namespace editor
