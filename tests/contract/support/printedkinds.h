#pragma once

/// Rows for a test of tables: the collection, and the object to put into it first; none: what is there is printed.
namespace contract {

void askForTables();

} // namespace contract
