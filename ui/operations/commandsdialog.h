#pragma once

#include "core/workflow/plan.h"

#include <QDialog>

namespace operations {

/// What one or more plans send, as somebody would type it.
class CommandsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CommandsDialog(const QString& commands, QWidget* parent = nullptr);
};

/// The commands of all steps that send something, each below its step as a comment.
QString commandsOf(const workflow::Plan& plan);
/// The first patch it sends, as JSON; empty: it sends none.
QString patchOf(const workflow::Plan& plan);

} // namespace operations
