#include "ui/operations/commandsdialog.h"

#include "core/base/visibletext.h"
#include "ui/code/codeview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace operations {

namespace {

constexpr QSize usualSize{720, 360};

QString textOf(const QJsonValue& body)
{
    const QJsonDocument document = body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

QString commandsOf(const workflow::Plan& plan)
{
    QStringList lines;
    for (const workflow::Step& step : plan.steps) {
        if (!step.sends)
            continue;
        lines.append(u"# "_s + base::visibleText(step.title, 200));
        // What kubectl reads from its input stands there as well.
        if (step.sends->method == u"POST")
            lines.append(u"%1 <<'EOF'\n%2\nEOF"_s.arg(step.sends->command, textOf(step.sends->body)));
        else
            lines.append(step.sends->command);
    }
    return lines.join(u'\n');
}

QString patchOf(const workflow::Plan& plan)
{
    for (const workflow::Step& step : plan.steps) {
        if (step.sends && step.sends->method == u"PATCH")
            return textOf(step.sends->body);
    }
    return {};
}

CommandsDialog::CommandsDialog(const QString& commands, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"commands"_s);
    setWindowTitle(tr("The same by hand"));
    auto* note = new widgets::PlainLabel(
        tr("Drey also waits for each step and looks what came of it; these commands only send."), this);
    note->setWordWrap(true);
    auto* text = new code::CodeView(this);
    text->setPlainText(commands);
    text->setAccessibleName(tr("Commands"));
    auto* copy = new widgets::CopyButton(this);
    copy->setText(commands, tr("the commands"));
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(theme::pageMargin);
    column->addWidget(note);
    column->addWidget(text, 1);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(parent ? usualSize.boundedTo(parent->size()) : usualSize);
}

} // namespace operations
