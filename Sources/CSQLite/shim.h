#ifndef KISO_CSQLITE_SHIM_H
#define KISO_CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a number cast to a function pointer, which Swift cannot see.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  // A null pointer would bind NULL; an empty blob is a value.
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// sqlite3_db_config is variadic. Defensive: no SQL can write to the schema or change the file behind our back.
// Trusted schema off: a hostile file's schema can call no function with side effects.
static inline int csqlite_be_careful(sqlite3 *database) {
  int result = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (result == SQLITE_OK) result = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  return result;
}

#endif
