internal import FormModel
internal import OpenDocument
public import Secrets

/// A password as offices mean it, whatever keyboard it was typed on.
///
/// LibreOffice takes the bytes of a password as they come and normalises nothing: measured with 7.4, a document that is
/// protected with a composed „ü“ does not open with „u“ and two dots. Keyboards type composed letters, some programs
/// hand on decomposed ones. So documents are protected with the composed form (Normalization Form C), and opened with
/// it or, when that is wrong, with what was typed.
public struct PaperPassword: Sendable {
  private let typed: Secret
  private let composed: Secret

  /// Takes a password as it was typed, in UTF-8.
  public init(_ typed: Secret) {
    self.typed = typed
    composed = Self.composed(typed)
  }

  /// What to try, the likelier first.
  var candidates: [Secret] { typed.matches(composed) ? [composed] : [composed, typed] }

  /// A package protected with the password; LibreOffice asks for it before it opens the document.
  ///
  /// The same package, password and random numbers give the same bytes. Throws `PaperworkFailure.document`.
  public func protect(
    _ package: [UInt8], random: inout some RandomNumberGenerator
  ) throws(PaperworkFailure) -> [UInt8] {
    do {
      return try DocumentProtection.protect(package, with: composed, random: &random)
    } catch {
      throw .document(error)
    }
  }

  /// Goes letter by letter: a text of a few bytes lies inside its `String` and not in memory that nobody overwrites.
  private static func composed(_ secret: Secret) -> Secret {
    // Composing shortens, but a few letters become longer in Form C, at most threefold (Unicode annex 15, 8).
    Secret(capacity: secret.count * 3) { room in
      var count = 0
      func append(_ text: String) {
        for byte in NormalizationFormC.normalize(text).utf8 where count < room.count {
          room[count] = byte
          count += 1
        }
      }
      secret.withBytes { bytes in
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var letter = ""
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
          if !letter.isEmpty, endsLetter(letter, before: scalar) {
            append(letter)
            letter = ""
          }
          letter.unicodeScalars.append(scalar)
        }
        append(letter)
      }
      return count
    }
  }

  /// Whether nothing before a scalar changes with it.
  private static func endsLetter(_ letter: String, before scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.canonicalCombiningClass == .notReordered else { return false }
    if scalar.isASCII { return true }
    let next = String(Character(scalar))
    let apart = NormalizationFormC.normalize(letter) + NormalizationFormC.normalize(next)
    return NormalizationFormC.normalize(letter + next).utf8.elementsEqual(apart.utf8)
  }
}
