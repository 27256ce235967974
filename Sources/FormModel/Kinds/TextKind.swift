/// A text of one line.
struct TextKind: FieldKind {
  var name: String { "text" }
  var german: String { "Text" }
  var traits: KindTraits { [.words, .tabs, .leadingWord, .goesOn] }
}
