#ifndef KISO_CDEFLATE_SHIM_H
#define KISO_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
