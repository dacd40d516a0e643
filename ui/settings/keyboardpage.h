#pragma once

#include "ui/widgets/keymap.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace widgets {
class PlainLabel;
class SearchField;
} // namespace widgets

namespace settings {

class KeyRecorder;
class KeyTable;

/// All commands with their keys: searched, recorded anew, set back. Keys that are taken are named before they change
/// hands.
class KeyboardPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeyboardPage(widgets::KeyMap& map, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Adding { Replace, Add };

    void build();
    void connectParts();
    void retranslate();
    QString currentId() const;
    void showCurrent();
    void record(Adding adding);
    void take(const QKeySequence& keys);
    void settle(); ///< gives the recorded keys to the command, and takes them from the others
    void stop();

    widgets::KeyMap& m_map;
    KeyTable* m_table;
    QSortFilterProxyModel* m_filter;
    widgets::PlainLabel* m_presetLabel;
    QComboBox* m_preset;
    widgets::SearchField* m_search;
    QTreeView* m_view;
    widgets::PlainLabel* m_says; ///< what is recorded, and who has it
    KeyRecorder* m_recorder;
    QPushButton* m_record;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QPushButton* m_yes;
    QPushButton* m_no;
    QString m_recordingId;
    QKeySequence m_recorded;
    Adding m_adding = Adding::Replace;
};

} // namespace settings
