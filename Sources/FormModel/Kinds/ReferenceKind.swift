/// The number of another paper.
struct ReferenceKind: FieldKind {
  var name: String { "reference" }
  var german: String { "Nummer eines anderen Papiers" }
  var traits: KindTraits { [.words, .mixedSigns] }
}
