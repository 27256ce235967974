internal import CCrypto
internal import Secrets

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
  static let size = 32

  package static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: size)
    let isDone = digest.withUnsafeMutableBytes { output in
      bytes.withContiguousStorageIfAvailable { OpenSSL.digest(UnsafeRawBufferPointer($0), into: output) }
        ?? Array(bytes).withUnsafeBytes { OpenSSL.digest($0, into: output) }
    }
    precondition(isDone, "SHA-256 is missing in libcrypto")
    return digest
  }

  static func digest(_ secret: Secret) -> Secret {
    Secret(capacity: size) { output in
      let isDone = secret.withBytes { OpenSSL.digest($0, into: output) }
      precondition(isDone, "SHA-256 is missing in libcrypto")
      return size
    }
  }
}
