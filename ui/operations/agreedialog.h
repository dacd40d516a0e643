#pragma once

#include "ui/operations/desk.h"

#include <QDialog>

namespace operations {

/// The last question before something is done in production: what, where, and what is at stake.
class AgreeDialog : public QDialog
{
    Q_OBJECT
public:
    AgreeDialog(const workflow::Plan& plan, const Cluster& cluster, QWidget* parent = nullptr);
};

} // namespace operations
