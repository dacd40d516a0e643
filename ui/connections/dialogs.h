#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace connections {

class Book;

/// Asks for a Flink REST address, opens it, and hands its id to `then`. The address stays in the book.
void askForEndpoint(Book& book, QWidget* parent, std::function<void(const QString& id)> then);
/// Asks for a kubeconfig file to read beside the standard ones.
void askForKubeconfig(Book& book, QWidget* parent);

} // namespace connections
