internal import CArgon2
internal import Secrets

/// How the key of a file is made of the password, as its manifest entry says.
struct KeyDerivation: Hashable {
  enum Method: Hashable {
    /// PBKDF2 with HMAC-SHA1.
    case pbkdf2(iterations: Int)
    /// Argon2id (RFC 9106), memory in KiB.
    case argon2id(passes: Int, memory: Int, lanes: Int)
  }

  let method: Method
  let salt: [UInt8]

  /// The bytes of every key: that of AES-256.
  static let keySize = 32

  /// The key, made of the SHA-256 of the password; nil when the numbers are impossible or there is no memory.
  func key(from startKey: Secret) -> Secret? {
    var isDone = false
    let key = Secret(capacity: Self.keySize) { output in
      isDone = startKey.withBytes { password in
        switch method {
        case .pbkdf2(let iterations):
          OpenSSL.pbkdf2(password, salt: salt, iterations: iterations, into: output)
        case .argon2id(let passes, let memory, let lanes):
          Self.argon2id(password, salt, passes: passes, memory: memory, lanes: lanes, into: output)
        }
      }
      return Self.keySize
    }
    return isDone ? key : nil
  }

  /// The library overwrites its own memory before it gives it back.
  private static func argon2id(
    _ password: UnsafeRawBufferPointer, _ salt: [UInt8], passes: Int, memory: Int, lanes: Int,
    into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard let passes = UInt32(exactly: passes), let memory = UInt32(exactly: memory),
      let lanes = UInt32(exactly: lanes), let start = output.baseAddress, let secret = password.baseAddress
    else { return false }
    var salt = salt
    return salt.withUnsafeMutableBufferPointer { salt in
      var context = argon2_context()
      context.out = start.assumingMemoryBound(to: UInt8.self)
      context.outlen = UInt32(output.count)
      // Not written to: without ARGON2_FLAG_CLEAR_PASSWORD the library only reads it.
      context.pwd = UnsafeMutableRawPointer(mutating: secret).assumingMemoryBound(to: UInt8.self)
      context.pwdlen = UInt32(password.count)
      context.salt = salt.baseAddress
      context.saltlen = UInt32(salt.count)
      context.t_cost = passes
      context.m_cost = memory
      context.lanes = lanes
      // The result does not depend on how many threads share the lanes.
      context.threads = min(lanes, 4)
      context.version = ARGON2_VERSION_13.rawValue
      return argon2_ctx(&context, Argon2_id) == ARGON2_OK.rawValue
    }
  }
}
