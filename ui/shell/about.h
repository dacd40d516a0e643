#pragma once

#include <QDialog>

namespace shell {

/// What this program is, and what it is made of with their licences.
class About : public QDialog
{
    Q_OBJECT
public:
    explicit About(QWidget* parent = nullptr);
};

} // namespace shell
