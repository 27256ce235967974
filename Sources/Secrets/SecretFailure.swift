/// Why no password could be had; what people read is written elsewhere, from the code alone.
public struct SecretFailure: Error, Hashable, Sendable {
  /// The kinds of failure; a raw value never changes once published.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Nothing stands on the line.
    case empty = "KENNWORT-LEER"
    /// More than ``SecretReader/limit`` bytes.
    case tooLong = "KENNWORT-ZU-LANG"
    /// The bytes are not UTF-8, or hold a control character.
    case notText = "KENNWORT-KEIN-TEXT"
    /// The descriptor is not open, or cannot be read.
    case unreadable = "KENNWORT-NICHT-LESBAR"
    /// A person was to be asked, and there is no terminal.
    case noTerminal = "KENNWORT-KEIN-TERMINAL"
    /// There is no program that asks the desktop's store of passwords.
    case noStore = "KENNWORT-KEIN-SPEICHER"
    /// The desktop's store of passwords does not have it, or did not take it.
    case notStored = "KENNWORT-NICHT-GESPEICHERT"
    /// Typed twice, and not the same.
    case different = "KENNWORT-UNGLEICH"
  }

  /// The kind of failure, stable across versions.
  public let code: Code

  /// A failure, without anything of the secret.
  public init(_ code: Code) {
    self.code = code
  }
}
