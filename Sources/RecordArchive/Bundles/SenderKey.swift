internal import CSodium
internal import Secrets

/// By whom a bundle was sealed: the public key (Ed25519) of a sender, as one line of text.
public struct SenderKey: Hashable, Sendable {
  static let publicLength = 32
  static let signatureLength = 64
  private static let form = KeyText(mark: "KISO-ABSENDER-1")

  let publicKey: [UInt8]

  init(publicKey: [UInt8]) {
    self.publicKey = publicKey
  }

  /// Reads one from text such as the content of a file; nil when it is not one, or a letter of it is wrong.
  public init?(_ text: String) {
    guard let bytes = Self.form.bytes(text) else { return nil }
    publicKey = bytes
  }

  /// The line, without its end.
  public var text: String { Self.form.text(publicKey) }

  /// Sixteen digits by which two people can compare over the telephone whether they mean the same key.
  public var fingerprint: String { KeyText.fingerprint(publicKey) }

  /// Whether a signature of this sender belongs to a message.
  func hasSigned(_ message: [UInt8], _ signature: [UInt8]) -> Bool {
    signature.count == Self.signatureLength
      && crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }
}

/// The secret half of a sender's key, kept in a file of its own on the sender's machine.
public struct SigningKey {
  private static let mark = Array("KISO-SIGNATUR-1 ".utf8)

  private let seed: Secret
  /// The half that the archive is told.
  public let publicKey: SenderKey

  private init(seed: Secret) {
    self.seed = seed
    publicKey = SenderKey(publicKey: Self.withPair(seed) { publicKey, _ in publicKey })
  }

  /// Writes a new one, for its owner only; a file that is there is not replaced.
  public static func make(at path: String) throws(ArchiveFailure) -> SigningKey {
    SigningKey(seed: try KeyFile.make(at: path, mark: mark))
  }

  /// Reads one.
  ///
  /// Throws `sender` when the file is something else.
  public static func read(_ path: String) throws(ArchiveFailure) -> SigningKey {
    guard let seed = try KeyFile.read(path, mark: mark) else { throw ArchiveFailure(.sender, path: path) }
    return SigningKey(seed: seed)
  }

  func sign(_ message: [UInt8]) -> [UInt8] {
    Self.withPair(seed) { _, secretKey in
      var signature = [UInt8](repeating: 0, count: SenderKey.signatureLength)
      _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secretKey.octets)
      return signature
    }
  }

  private static func withPair<Result>(_ seed: Secret, _ body: ([UInt8], UnsafeRawBufferPointer) -> Result) -> Result {
    var publicKey = [UInt8](repeating: 0, count: SenderKey.publicLength)
    let secretKey = Secret(capacity: 64) { space in
      seed.withBytes { _ = crypto_sign_seed_keypair(&publicKey, space.mutableOctets, $0.octets) }
      return 64
    }
    return secretKey.withBytes { body(publicKey, $0) }
  }
}

/// A sender whom an archive knows.
struct Sender: Hashable {
  let publicKey: [UInt8]
  let label: String
}
