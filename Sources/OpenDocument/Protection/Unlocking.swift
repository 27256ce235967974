internal import Secrets
internal import ZipArchive

/// Opens the encrypted files of one package with the passwords that may be meant.
///
/// A class because it remembers which password was right and the keys that were made: each costs a good part of a
/// second.
final class Unlocking {
  private let startKeys: [Secret]
  private var right: Int?
  private var keys: [KeyDerivation: [Int: Secret]] = [:]

  /// Prepares passwords in the order in which they are tried.
  init(_ passwords: [Secret]) {
    startKeys = passwords.map { SHA256.digest($0) }
  }

  /// Finds out which password is right by the beginning of an encrypted file, so that nothing large is touched first.
  ///
  /// Throws `wrongPassword` when none is.
  func check(_ bytes: [UInt8], of protection: MemberProtection) throws(DocumentFailure) {
    // The checksum is over 1,024 bytes; up to 16 of padding may follow those.
    let isWhole = bytes.count <= Self.checkedSize + Self.block
    let beginning = isWhole ? bytes[...] : bytes.prefix(Self.checkedSize)
    guard try packed(beginning, protection, isWhole: isWhole) != nil else { throw DocumentFailure(.wrongPassword) }
  }

  /// The contents of an encrypted file, unpacked, of exactly the size the manifest says.
  ///
  /// Throws `wrongPassword` while no password was found right, later `member` for what is broken, and `tooLarge` before
  /// any work when the size is beyond `limit`.
  func contents(
    _ bytes: [UInt8], of protection: MemberProtection, path: String, atMost limit: Int, limits: ZipLimits
  ) throws(DocumentFailure) -> [UInt8] {
    guard protection.size <= limit else { throw DocumentFailure(.tooLarge, part: ZipFailure.printable(path)) }
    guard let packed = try packed(bytes[...], protection, isWhole: true) else {
      if right == nil { throw DocumentFailure(.wrongPassword) }
      throw Self.damaged(path, .damaged)
    }
    do {
      return try Inflater.inflate(packed, to: protection.size, limits: limits)
    } catch {
      throw Self.damaged(path, error.code)
    }
  }

  private static let checkedSize = 1_024
  private static let block = 16
  private static let tag = 16

  private static func damaged(_ path: String, _ code: ZipFailure.Code) -> DocumentFailure {
    DocumentFailure(.member, part: ZipFailure.printable(path), underlying: code.rawValue)
  }

  /// The bytes before encryption, still packed; nil when they do not fit to any password.
  private func packed(
    _ bytes: ArraySlice<UInt8>, _ protection: MemberProtection, isWhole: Bool
  ) throws(DocumentFailure) -> [UInt8]? {
    for candidate in right.map({ [$0] }) ?? Array(startKeys.indices) {
      let key = try key(candidate, protection.derivation)
      if let packed = Self.open(bytes, protection, key, isWhole: isWhole) {
        right = candidate
        return packed
      }
    }
    return nil
  }

  private func key(_ candidate: Int, _ derivation: KeyDerivation) throws(DocumentFailure) -> Secret {
    if let known = keys[derivation]?[candidate] { return known }
    guard let made = derivation.key(from: startKeys[candidate]) else { throw DocumentFailure(.protection) }
    keys[derivation, default: [:]][candidate] = made
    return made
  }

  private static func open(
    _ bytes: ArraySlice<UInt8>, _ protection: MemberProtection, _ key: Secret, isWhole: Bool
  ) -> [UInt8]? {
    switch protection.cipher {
    case .gcm:
      let text = bytes.dropFirst(protection.iv.count)
      guard bytes.prefix(protection.iv.count).elementsEqual(protection.iv), text.count > tag else { return nil }
      return key.withBytes {
        OpenSSL.openGCM(text.dropLast(tag), tag: text.suffix(tag), key: $0, iv: protection.iv)
      }
    case .cbc(let checksum):
      guard !bytes.isEmpty, bytes.count.isMultiple(of: block),
        var plain = key.withBytes({ OpenSSL.cbc(bytes, key: $0, iv: protection.iv, encrypts: false) })
      else { return nil }
      if isWhole {
        guard let padding = plain.last, (1...block).contains(Int(padding)) else { return nil }
        plain.removeLast(Int(padding))
      }
      return SHA256.digest(plain.prefix(checkedSize)) == checksum ? plain : nil
    }
  }
}
