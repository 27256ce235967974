#ifndef KISO_CSODIUM_SHIM_H
#define KISO_CSODIUM_SHIM_H

#include <sodium.h>

// The state of the hash is aligned to 64 bytes, which Swift cannot import; two parts are all we ever hash.
static inline void csodium_digest(unsigned char *digest, size_t length, const unsigned char *key, size_t keyLength,
                                  const unsigned char *first, size_t firstLength, const unsigned char *second,
                                  size_t secondLength) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, key, keyLength, length);
  crypto_generichash_update(&state, first, firstLength);
  crypto_generichash_update(&state, second, secondLength);
  crypto_generichash_final(&state, digest, length);
}

#endif
