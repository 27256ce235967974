#ifndef KISO_CJANSSON_SHIM_H
#define KISO_CJANSSON_SHIM_H

#include <jansson.h>

// json_decref is a static inline function with a conditional on an atomic, which the importer leaves out on some versions.
static inline void cjansson_release(json_t *value) { json_decref(value); }

#endif
