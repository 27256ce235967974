internal import CCrypto

/// The algorithms of libcrypto over plain memory; each gives false when the library failed.
///
/// Its contexts are overwritten by the library when they are freed.
enum OpenSSL {
  /// Without it the library would read a configuration file at its first use, and load what that names.
  private static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// SHA-256 into 32 bytes.
  static func digest(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Bool {
    guard isReady, output.count >= 32 else { return false }
    return EVP_Digest(
      input.baseAddress, input.count, output.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, EVP_sha256(), nil)
      == 1
  }

  /// PBKDF2 with HMAC-SHA1 (RFC 8018), filling the whole output.
  static func pbkdf2(
    _ password: UnsafeRawBufferPointer, salt: [UInt8], iterations: Int, into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard isReady, let iterations = Int32(exactly: iterations), iterations > 0 else { return false }
    return PKCS5_PBKDF2_HMAC(
      password.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count), salt, Int32(salt.count),
      iterations, EVP_sha1(), Int32(output.count), output.baseAddress?.assumingMemoryBound(to: UInt8.self)) == 1
  }

  /// One pass of AES-256-CBC without padding over whole blocks; nil when the library failed.
  static func cbc(
    _ input: ArraySlice<UInt8>, key: UnsafeRawBufferPointer, iv: [UInt8], encrypts: Bool
  ) -> [UInt8]? {
    guard isReady, key.count == 32, iv.count == 16, input.count.isMultiple(of: 16),
      let count = Int32(exactly: input.count), let context = EVP_CIPHER_CTX_new()
    else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    let secret = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard EVP_CipherInit_ex(context, EVP_aes_256_cbc(), nil, secret, iv, encrypts ? 1 : 0) == 1,
      EVP_CIPHER_CTX_set_padding(context, 0) == 1
    else { return nil }
    var made: Int32 = 0
    var isDone = false
    let output = [UInt8](unsafeUninitializedCapacity: input.count + 16) { output, used in
      isDone = input.withUnsafeBufferPointer {
        EVP_CipherUpdate(context, output.baseAddress, &made, $0.baseAddress, count) == 1
      }
      used = isDone ? Int(made) : 0
    }
    return isDone && output.count == input.count ? output : nil
  }

  /// Opens AES-256-GCM with a tag of 16 bytes; nil when key, bytes and tag do not fit together.
  static func openGCM(
    _ input: ArraySlice<UInt8>, tag: ArraySlice<UInt8>, key: UnsafeRawBufferPointer, iv: [UInt8]
  ) -> [UInt8]? {
    guard isReady, key.count == 32, tag.count == 16, let length = Int32(exactly: iv.count),
      let count = Int32(exactly: input.count), let context = EVP_CIPHER_CTX_new()
    else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    let secret = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, nil, nil) == 1,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_IVLEN, length, nil) == 1,
      EVP_DecryptInit_ex(context, nil, nil, secret, iv) == 1
    else { return nil }
    var expected = Array(tag)
    var made: Int32 = 0
    var isDone = false
    let output = [UInt8](unsafeUninitializedCapacity: max(1, input.count)) { output, used in
      isDone = input.withUnsafeBufferPointer {
        EVP_DecryptUpdate(context, output.baseAddress, &made, $0.baseAddress, count) == 1
      }
      used = isDone ? Int(made) : 0
    }
    var rest: Int32 = 0
    var end = [UInt8](repeating: 0, count: 16)
    guard isDone, output.count == input.count,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, &expected) == 1,
      EVP_DecryptFinal_ex(context, &end, &rest) == 1
    else { return nil }
    return output
  }
}
