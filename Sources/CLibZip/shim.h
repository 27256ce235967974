#ifndef KISO_CLIBZIP_SHIM_H
#define KISO_CLIBZIP_SHIM_H

#include <zip.h>

#endif
