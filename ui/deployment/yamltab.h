#pragma once

#include "ui/deployment/tab.h"

class QToolButton;

namespace code {
class CodeView;
}
namespace widgets {
class Chip;
class CopyButton;
class PlainLabel;
class SearchField;
} // namespace widgets

namespace deployment {

/// The whole object as the API server has it, as YAML. What machines write for themselves is hidden until asked for.
class YamlTab : public Tab
{
    Q_OBJECT
public:
    YamlTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("yaml"); }
    void refresh() override;

private:
    void showDocument();
    void find(bool backward);
    void retranslate();

    QByteArray m_shownDocument;
    QString m_shownText;
    code::CodeView* m_text;
    widgets::Chip* m_status;
    widgets::Chip* m_managed;
    widgets::SearchField* m_search;
    widgets::PlainLabel* m_found;
    QToolButton* m_folds;
    widgets::CopyButton* m_copy;
};

/// The YAML of a JSON object, without `status` and `metadata.managedFields` unless wanted; characters that could
/// deceive are spelled out. An error: it is not JSON.
struct YamlParts
{
    bool status = false;
    bool managedFields = false;
};
base::Result<QString> yamlOf(const QByteArray& json, YamlParts parts);

} // namespace deployment
