#ifndef KISO_CLINUX_SHIM_H
#define KISO_CLINUX_SHIM_H

// What the Glibc module of Swift does not show: it is built without _GNU_SOURCE and leaves out variadic functions.

#include <errno.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

// renameat2(2) with RENAME_EXCHANGE: two names change places in one step. 0, or the number of the error.
static inline int clinux_exchange(const char *one, const char *other) {
  const int here = -100;          // AT_FDCWD
  const unsigned int exchange = 2;  // RENAME_EXCHANGE
  return syscall(SYS_renameat2, here, one, here, other, exchange) == 0 ? 0 : errno;
}

// The kind of file system a path lies on, as statfs(2) has it; 0, or the number of the error.
static inline int clinux_file_system(const char *path, uint64_t *kind) {
  struct statfs status;
  if (statfs(path, &status) != 0) return errno;
  *kind = (uint64_t)(uint32_t)status.f_type;
  return 0;
}

// No core file, not even through a pipe (core_pattern), where the limit of the size does not count.
static inline int clinux_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : errno; }

#endif
