#pragma once

#include "ui/shell/page.h"

#include <QDialog>

namespace shell {

class Commands;

/// The keys that work now: those of the page in front, and those of the window.
class KeySheet : public QDialog
{
    Q_OBJECT
public:
    KeySheet(const Commands& commands, const QList<Key>& pageKeys, const QString& pageTitle, QWidget* parent = nullptr);
};

} // namespace shell
