/// A version of a form as its declaration writes it, in the order in which versions follow each other: 1, 2, 2.1, 10.
struct FormVersion: Comparable {
  let text: String

  init(_ text: String) { self.text = text }

  private var numbers: [Int] { text.split { !$0.isNumber }.map { Int($0) ?? 0 } }

  static func == (left: FormVersion, right: FormVersion) -> Bool { left.text == right.text }

  static func < (left: FormVersion, right: FormVersion) -> Bool {
    let (one, other) = (left.numbers, right.numbers)
    return one == other ? left.text < right.text : one.lexicographicallyPrecedes(other)
  }
}
