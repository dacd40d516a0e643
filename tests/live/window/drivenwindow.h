#pragma once

#include "app/gui/application.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace live {

/// The real window, as a test opens, operates and photographs it. Its pictures are kept in build/tour.
class DrivenWindow
{
public:
    void open(const gui::StartOptions& options);
    void close();

    gui::Application& drey() const { return *m_drey; }
    QWidget* page() const; ///< the current one; null: there is none
    void takePicture(const QString& name) const;

    /// A part of the current page that is seen; null: there is none of this name.
    template <typename Part>
    Part* part(const QString& name) const
    {
        const QList<Part*> found = page() ? page()->findChildren<Part*>(name) : QList<Part*>();
        for (Part* one : found) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    /// Presses a button of the page with the mouse; false: it is not there, or cannot be pressed.
    [[nodiscard]] bool press(const QString& name) const;

private:
    std::unique_ptr<gui::Application> m_drey;
};

/// Nothing of the user's own settings is read or changed; only the servers stay where they are. `home` must outlive it.
void moveHome(const QTemporaryDir& home);

template <typename Test>
int windowMain(int argc, char* argv[])
{
    const QTemporaryDir home;
    moveHome(home);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("drey"));
    QApplication::setOrganizationName(QStringLiteral("drey"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace live
