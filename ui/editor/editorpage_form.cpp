#include "ui/editor/editorpage.h"
#include "ui/editor/formpanel.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/suggestions.h"
#include "ui/widgets/chip.h"

#include <QSplitter>

namespace editor {

namespace {

constexpr int formWidth = 360;

} // namespace

bool EditorPage::isFormShown() const
{
    return m_fieldsShown->isChecked();
}

void EditorPage::setFormShown(bool isShown)
{
    m_fieldsShown->setChecked(isShown);
}

void EditorPage::showForm(bool isShown)
{
    if (isShown && !m_fields) {
        m_fields = new FormPanel(*m_edit, m_catalogue, this);
        m_fields->setSchema(m_schema);
        connect(m_fields, &FormPanel::lineWanted, this, [this](qsizetype position) {
            m_edit->goTo(position);
            m_edit->setFocus(Qt::OtherFocusReason);
        });
        connect(this, &EditorPage::checked, m_fields, &FormPanel::showProblems);
        addPanel(m_fields);
        QList<int> sizes = m_parts->sizes();
        sizes.last() = formWidth;
        m_parts->setSizes(sizes);
    }
    if (m_fields)
        m_fields->setVisible(isShown);
    emit formShown(isShown);
}

void EditorPage::setSchema(std::shared_ptr<const manifest::Schema> schema)
{
    m_schema = std::move(schema);
    m_suggestions->setSchema(m_schema);
    if (m_fields)
        m_fields->setSchema(m_schema);
}

/// From the text to the field of its place, and back.
void EditorPage::enterForm()
{
    if (m_fields && m_fields->isVisible() && m_fields->isAncestorOf(focusWidget())) {
        m_edit->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    setFormShown(true);
    m_fields->enter();
}

} // namespace editor
