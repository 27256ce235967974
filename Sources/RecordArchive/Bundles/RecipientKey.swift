/// To whom a bundle is sealed: the public key of an archive, as one line of text.
public struct RecipientKey: Hashable, Sendable {
  private static let form = KeyText(mark: "KISO-EMPFANG-1")

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
}
