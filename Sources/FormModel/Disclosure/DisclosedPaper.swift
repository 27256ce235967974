internal import XMLTree

/// A stored paper as a person may see it who asks what is stored about her.
///
/// What is left out follows from the declarations: groups with a given or family name are people, and of others than those
/// asked for nothing but the name is told; masks with a ground hide what is protected. What is written about a protected
/// place in any text is found by ``cover(_:by:library:)``. Doubt protects: a whole value is left out, never a part of it.
public struct DisclosedPaper: Hashable, Sendable {
  /// One value of the paper.
  public struct Line: Hashable, Sendable {
    /// The path of the value in the record.
    public var path: String
    /// What it is called, with the groups it stands in, such as „Kind(er) 2 › Vorname(n)“.
    public var label: String
    /// The value as pages show it; nil where it is left out.
    public var text: String?
    /// Why it is left out, a code of the list of grounds; nil where it is told.
    public var ground: String?
    /// Whether it is free text, in which anything can be mentioned.
    var isFreeText: Bool
  }

  /// The filled values, in the order of the form.
  public private(set) var lines: [Line]
  /// What must be found in no text.
  public let hidden: HiddenFacts
  /// Whether one of the people asked for stands in the paper.
  public let namesPerson: Bool
  /// The days of birth that stand with the person who asks, written the same way.
  public let births: Set<String>

  /// Looks at a paper.
  ///
  /// - Parameters:
  ///   - person: who asks, by her whole name.
  ///   - represented: for whom she asks as well, such as her child. Of these everything is told but protected places.
  ///   - definition: the grounds and lists that count.
  ///
  /// Throws when an expression of the form is broken.
  public init(
    _ record: Record, form: FormDefinition, library: FormLibrary, day: Day, person: String, represented: [String],
    by definition: DisclosureDefinition
  ) throws(AuthorMistakes) {
    let evaluator = Evaluator(form: form, library: library, record: record, day: day)
    let reading = evaluator.working {
      evaluator.settle()
      var reading = DisclosureReading(evaluator, person: person, represented: represented, definition)
      reading.read()
      return reading
    }
    try evaluator.throwMistakes()
    (lines, hidden, namesPerson, births) = (reading.lines, reading.hidden, reading.namesPerson, reading.births)
  }

  /// What is known of a case besides its papers, as labels and texts.
  public init(facts: [(label: String, text: String)]) {
    lines = facts.enumerated().map { number, fact in
      Line(path: String(number), label: fact.label, text: fact.text, ground: nil, isFreeText: true)
    }
    (hidden, namesPerson, births) = (HiddenFacts(), false, [])
  }

  /// Leaves out each text in which something is found that must not be; what names somebody else has a ground of its own.
  public mutating func cover(_ facts: HiddenFacts, by definition: DisclosureDefinition, library: FormLibrary) {
    let search = PlaceSearch(houseWords: library.lists[definition.houses]?.codes.map(\.label) ?? [])
    for index in lines.indices {
      guard let text = lines[index].text else { continue }
      if let ground = facts.ground(ofPlacesIn: text, search) {
        (lines[index].text, lines[index].ground) = (nil, ground)
      } else if lines[index].isFreeText, facts.names(somebodyIn: text) {
        (lines[index].text, lines[index].ground) = (nil, definition.ofMentions)
      }
    }
  }

  /// Tells a value after all that was left out because it mentions somebody, and was read by a person.
  public mutating func reveal(_ path: String, as text: String) {
    guard let index = lines.firstIndex(where: { $0.path == path }) else { return }
    (lines[index].text, lines[index].ground) = (text, nil)
  }

  /// Leaves out a value because a person who read it says so.
  public mutating func hide(_ path: String, _ ground: String) {
    guard let index = lines.firstIndex(where: { $0.path == path }) else { return }
    (lines[index].text, lines[index].ground) = (nil, ground)
  }
}

/// What is known of others and must be found in no text: where they are, and how they are called.
public struct HiddenFacts: Hashable, Sendable {
  /// Parts of places, each with the ground for leaving them out.
  private var places: [PlaceSearch.Part: String] = [:]
  /// What the person who asks shares with others and may see.
  private var own: Set<PlaceSearch.Part> = []
  private var others: Set<String> = []
  private var ownNames: Set<String> = []

  /// Nothing.
  public init() {}

  /// Adds what another paper knows.
  public mutating func formUnion(_ more: HiddenFacts) {
    places.merge(more.places) { first, second in min(first, second) }
    own.formUnion(more.own)
    others.formUnion(more.others)
    ownNames.formUnion(more.ownNames)
  }

  mutating func hide(_ part: PlaceSearch.Part, _ ground: String) { places[part] = ground }
  mutating func show(_ part: PlaceSearch.Part) { own.insert(part) }

  mutating func note(_ name: String, isOwn: Bool) {
    let words = SearchForm.fold(name).split(separator: "-").map(String.init).filter { $0.count > 2 }
    if isOwn { ownNames.formUnion(words) } else { others.formUnion(words) }
  }

  /// Why a text must not be told that mentions a place; nil when it mentions none.
  func ground(ofPlacesIn text: String, _ search: PlaceSearch) -> String? {
    places.filter { !own.contains($0.key) && search.tells($0.key, in: text) }.values.min()
  }

  /// Whether a text mentions somebody else by name; a name that she has herself tells nothing.
  func names(somebodyIn text: String) -> Bool {
    let words = Set(SearchForm.fold(text).split(separator: "-").map(String.init))
    let wanted = others.subtracting(ownNames)
    // „Nuris“ for Nuri; compounds of double names are words of their own.
    return words.contains { wanted.contains($0) || $0.hasSuffix("S") && wanted.contains(String($0.dropLast())) }
  }
}
