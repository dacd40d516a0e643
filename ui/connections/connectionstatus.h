#pragma once

#include "core/base/health.h"

#include <QString>

namespace connections {

class Book;
class Clinic;
struct Entry;

/// How a connection is as far as anybody has looked: its family, a word, and what was found.
struct Status
{
    base::Health family = base::Health::Unknown;
    QString word, found;
};

/// A credential plugin waits for the user to sign in to this connection.
bool isSigningIn(const Book& book, const QString& connectionId);

Status statusOf(const Entry& entry, const Book& book, Clinic& clinic);

} // namespace connections
