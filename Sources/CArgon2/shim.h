#ifndef KISO_CARGON2_SHIM_H
#define KISO_CARGON2_SHIM_H

// The reference implementation of Argon2 (RFC 9106), of which one function is used: argon2_ctx. Debian 12's OpenSSL
// has no Argon2 yet (it came with 3.2), and libsodium computes it with one lane only; LibreOffice writes four.
#include <argon2.h>

#endif
