#include "ui/shell/about.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

#include <array>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

struct Part
{
    QStringView name, license;
};

// What is linked in or shown; the licences' own texts come with the packages they are installed from.
constexpr std::array<Part, 7> parts{{
    {u"Qt 6", u"LGPL-3.0"},
    {u"Qt Charts", u"GPL-3.0"},
    {u"KSyntaxHighlighting", u"MIT"},
    {u"simdjson", u"Apache-2.0"},
    {u"yaml-cpp", u"MIT"},
    {u"QtKeychain", u"BSD-3-Clause"},
    {u"Breeze icons", u"LGPL-3.0"},
}};

QString versions()
{
    return u"Drey %1, Qt %2, %3 (%4)"_s.arg(QStringLiteral(DREY_VERSION), QString::fromLatin1(qVersion()),
                                            QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

} // namespace

About::About(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Drey"));
    auto* sign = new QLabel(this);
    sign->setTextFormat(Qt::PlainText);
    sign->setPixmap(theme::applicationIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new widgets::PlainLabel(u"Drey"_s, theme::Type::PageTitle, theme::Role::Text, this));
    words->addWidget(new widgets::PlainLabel(tr("A desktop manager for Apache Flink on Kubernetes."), this));
    auto* line = new QHBoxLayout;
    line->addWidget(new widgets::PlainLabel(versions(), theme::Type::Small, theme::Role::SecondaryText, this));
    auto* copy = new widgets::CopyButton(this);
    copy->setText(versions(), tr("the versions"));
    line->addWidget(copy);
    line->addStretch();
    words->addLayout(line);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::pageMargin);
    head->addWidget(sign, 0, Qt::AlignTop);
    head->addLayout(words, 1);

    auto* card = new widgets::Card(tr("Licences of its parts"), this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Part& part : parts) {
        grid->addWidget(new widgets::PlainLabel(part.name.toString(), card), row, 0);
        grid->addWidget(
            new widgets::PlainLabel(part.license.toString(), theme::Type::Body, theme::Role::SecondaryText, card),
            row++, 1);
    }
    card->body()->addLayout(grid);
    auto* note = new widgets::PlainLabel(
        tr("Apache Flink and Kubernetes are trademarks of their owners. Drey is not part of either project."),
        theme::Type::Small, theme::Role::SecondaryText, this);
    note->setWordWrap(true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(14);
    column->addLayout(head);
    column->addWidget(card);
    column->addWidget(note);
    column->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(480);
}

} // namespace shell
