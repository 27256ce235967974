#ifndef KISO_CCRYPTO_SHIM_H
#define KISO_CCRYPTO_SHIM_H

// OpenSSL's libcrypto, for the one thing the standard library lacks: the algorithms of ODF's password protection.
// Only the EVP layer is used, which chooses the processor's own instructions and is not deprecated in OpenSSL 3:
//   EVP_Digest, EVP_sha256               start key and checksum (SHA-256)
//   PKCS5_PBKDF2_HMAC, EVP_sha1          key derivation of ODF 1.2 and later
//   EVP_CIPHER_CTX_*, EVP_aes_256_cbc    the files of a package, one by one
//   EVP_aes_256_gcm                      a package encrypted as a whole
//   OPENSSL_init_crypto                  so that no configuration file is read
#include <openssl/crypto.h>
#include <openssl/evp.h>

#endif
