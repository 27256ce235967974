public import Secrets

/// What a person opens an archive with.
public enum Credential {
  /// A passphrase, as it was typed.
  case passphrase(Secret)
  /// The content of an access file; see ``AccessFile``.
  case accessFile(Secret)

  /// The shortest passphrase that a new access may have, in bytes of UTF-8.
  ///
  /// Argon2id makes guessing slow, not impossible; four words are better than twelve letters.
  public static let shortestPassphrase = 12

  var kind: Access.Kind {
    switch self {
    case .passphrase: .passphrase
    case .accessFile: .accessFile
    }
  }

  /// The key it gives; nil when there is not enough memory.
  func key(salt: [UInt8], cost: PassphraseCost) -> Secret? {
    switch self {
    case .passphrase(let passphrase): cost.key(from: passphrase, salt: salt)
    case .accessFile(let key): key
    }
  }
}

/// An access that is about to be made.
public struct NewAccess {
  /// What the person is called here, such as initials; it is sealed.
  public var label: String
  /// What will open it.
  public var credential: Credential
  /// What guessing costs.
  public var cost: PassphraseCost

  /// The longest label, in bytes of UTF-8.
  public static let longestLabel = 40

  /// Describes an access.
  public init(label: String, credential: Credential, cost: PassphraseCost = .standard) {
    self.label = label
    self.credential = credential
    self.cost = cost
  }

  /// Refuses a passphrase that is too short.
  func check() throws(ArchiveFailure) {
    if case .passphrase(let passphrase) = credential, passphrase.count < Credential.shortestPassphrase {
      throw ArchiveFailure(.weak)
    }
  }
}
