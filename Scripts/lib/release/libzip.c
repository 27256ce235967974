/* libzip, loaded when the first package is read: Debian has no static one, and loading it with libcrypto and bzip2
   costs every start of the program a few million instructions. The build gives LIBZIP, the name of the library. */
#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>
#include <zip.h>

static void *find(const char *name) {
  void *library = dlopen(LIBZIP, RTLD_NOW | RTLD_LOCAL);
  void *found = library ? dlsym(library, name) : NULL;
  if (!found) {
    fprintf(stderr, "kiso: Die Bibliothek %s fehlt; bitte das Paket installieren, zu dem sie gehört.\n", LIBZIP);
    _exit(69);
  }
  return found;
}

/* One function of the same type: found at its first call, then called. Two threads may both find it. */
#define FORWARD(result, name, parameters, arguments)                                                                   \
  result name parameters {                                                                                             \
    static __typeof__(name) *known;                                                                                    \
    __typeof__(name) *function = __atomic_load_n(&known, __ATOMIC_ACQUIRE);                                            \
    if (!function) {                                                                                                   \
      function = (__typeof__(name) *)find(#name);                                                                      \
      __atomic_store_n(&known, function, __ATOMIC_RELEASE);                                                            \
    }                                                                                                                  \
    return function arguments;                                                                                         \
  }

FORWARD(void, zip_discard, (zip_t *a), (a))
FORWARD(int, zip_error_code_zip, (const zip_error_t *a), (a))
FORWARD(void, zip_error_fini, (zip_error_t *a), (a))
FORWARD(void, zip_error_init, (zip_error_t *a), (a))
FORWARD(zip_int64_t, zip_error_to_data, (const zip_error_t *a, void *b, zip_uint64_t c), (a, b, c))
FORWARD(int, zip_fclose, (zip_file_t *a), (a))
FORWARD(zip_error_t *, zip_file_get_error, (zip_file_t *a), (a))
FORWARD(zip_file_t *, zip_fopen_index, (zip_t *a, zip_uint64_t b, zip_flags_t c), (a, b, c))
FORWARD(zip_int64_t, zip_fread, (zip_file_t *a, void *b, zip_uint64_t c), (a, b, c))
FORWARD(zip_int64_t, zip_get_num_entries, (zip_t *a, zip_flags_t b), (a, b))
FORWARD(zip_t *, zip_open_from_source, (zip_source_t *a, int b, zip_error_t *c), (a, b, c))
FORWARD(void, zip_source_free, (zip_source_t *a), (a))
FORWARD(zip_source_t *, zip_source_function_create, (zip_source_callback a, void *b, zip_error_t *c), (a, b, c))
FORWARD(zip_int64_t, zip_source_seek_compute_offset, (zip_uint64_t a, zip_uint64_t b, void *c, zip_uint64_t d,
        zip_error_t *e), (a, b, c, d, e))
FORWARD(int, zip_stat_index, (zip_t *a, zip_uint64_t b, zip_flags_t c, zip_stat_t *d), (a, b, c, d))
FORWARD(void, zip_stat_init, (zip_stat_t *a), (a))
