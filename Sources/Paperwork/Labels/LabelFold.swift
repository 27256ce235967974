internal import FormModel

/// Brings labels into forms that can be compared whatever the writer's habits and the mistakes of text recognition.
///
/// Only labels and the words of code lists are folded; a value never is.
enum LabelFold {
  /// Letters and digits alone, in capitals, accents written out.
  ///
  /// „Geb.-Datum“ and „geb. Datum“ are one.
  static func plain(_ text: String) -> String {
    SearchForm.fold(text).filter { $0 != "-" }
  }

  /// The same with what text recognition takes for each other as one letter, and no letter twice in a row.
  ///
  /// One are `ä a ae`, `ö o é oe 0`, `ü u i ii li l | 1 ue`, `ß ss s f fd`, and R and B inside a word, which stand for
  /// an ß. So „VIII“ and „VIlI“ are one, „Maßnahme“ and „MafRnahme“, „für“ and „fiir“.
  static func skeleton(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var isInsideWord = false
    var skipped: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let pending = skipped {
        skipped = nil
        if pending == lower(scalar) { continue }
      }
      let (letters, mayFollow) = fold(scalar, isInsideWord: isInsideWord)
      skipped = mayFollow
      for letter in letters where result.last != letter { result.append(letter) }
      if scalar.properties.isLowercase {
        isInsideWord = true
      } else if !scalar.properties.isAlphabetic, scalar != "'" {
        isInsideWord = false
      }
    }
    return result
  }

  /// What one scalar becomes, and a letter that vanishes if it comes next.
  private static func fold(
    _ scalar: Unicode.Scalar, isInsideWord: Bool
  ) -> (letters: [UInt8], mayFollow: Unicode.Scalar?) {
    switch scalar {
    case "a", "A", "ä", "Ä", "à", "á", "â": ([a], "e")
    case "o", "O", "ö", "Ö", "ó", "ò", "ô", "é", "É", "0": ([o], "e")
    case "u", "U", "ü", "Ü", "ú", "ù", "û": ([i], "e")
    case "i", "I", "í", "ì", "î", "l", "L", "|", "1", "!", "ı", "İ": ([i], nil)
    case "f": ([s], "d")
    case "s", "S", "ß", "ẞ", "F": ([s], nil)
    case "R" where isInsideWord, "B" where isInsideWord: ([s], nil)
    case "A"..."Z": ([UInt8(scalar.value) + 32], nil)
    case "a"..."z", "2"..."9": ([UInt8(scalar.value)], nil)
    default: (Array(plain(String(scalar)).lowercased().utf8), nil)
    }
  }

  private static let a = UInt8(ascii: "a")
  private static let o = UInt8(ascii: "o")
  private static let i = UInt8(ascii: "i")
  private static let s = UInt8(ascii: "s")

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
  }
}
