internal import FormModel

/// What is asked for a new town: a form made of what the town that it extends must have said of itself.
///
/// It is asked and checked like the settings of a user.
struct TownQuestions {
  /// The questions as a form.
  let form: FormDefinition
  /// What the form needs.
  let library: FormLibrary
  /// What must be said.
  let needs: TownNeeds

  /// The fields that are asked for every town.
  static let (name, word, land) = ("kommune", "wort", "bundesland")
  /// What stands before the id of a number in the field for its pattern.
  static let number = "muster_"

  /// Makes the questions; `lands` is the list of the Länder.
  init(_ needs: TownNeeds, lands: SourceFile) throws(PaperworkFailure) {
    self.needs = needs
    let questions = SourceFile(name: "kommune.xml", bytes: Array(Self.declaration(needs).utf8))
    library = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try FormLibrary(files: [questions, lands])
    }
    guard let form = library.settings else { throw .unknownForm(name: Self.name, nearest: nil) }
    self.form = form
  }

  private static func declaration(_ needs: TownNeeds) -> String {
    var fields = [
      field(
        name, "Name der Stadt oder des Kreises", hint: "mit „Stadt“ oder „Kreis“, wie er im Kopf der Papiere steht"),
      field(word, "Name im Text", hint: "ohne „Stadt“ oder „Kreis“; daran erkennt kiso lint ihn in fremden Papieren"),
      field(land, "Land", type: "choice", more: ["list": landList]),
    ]
    for entry in needs.entries {
      // What holds in a Land is not asked where it comes from the other town.
      let relevant = entry.isOfLand ? needs.land.map { "\(land) != '\($0)'" } : nil
      let proposal = entry.isOfLand ? "code-property(\(land), '\(entry.id)')" : entry.proposal
      fields.append(
        field(
          entry.id, entry.label, type: entry.type, hint: entry.hint,
          more: [
            "default": proposal ?? "", "relevant": relevant ?? "",
            "required": entry.isOptional ? "" : relevant ?? "true()",
          ]))
    }
    var sections = [section("kommune_amt", "Stadt und Amt", fields)]
    sections.append(section("orte", "Orte", needs.places.map(places)))
    sections.append(
      section(
        "nummern", "Nummern",
        needs.numbers.map { number in
          field(
            self.number + number.id, "Muster: \(number.label)",
            hint: "fester Text und Teile in geschweiften Klammern; {\(Self.serial(number)):5} hieße: fünf Ziffern",
            more: ["default": "'\(NumberWording.pattern(of: number))'"])
        }))
    return """
      <settings id="neu" version="1" title="Eine neue Stadt" short="NEU">
        <purpose>Was jede Stadt von sich sagen muss; alles Übrige kommt von der Stadt, die sie erweitert.</purpose>
        \(sections.joined(separator: "\n"))
      </settings>
      """
  }

  private static func serial(_ number: NumberDefinition) -> String {
    for case .part(let part) in number.pieces where part.isSerial { return part.id }
    return ""
  }

  private static func places(_ places: TownNeeds.Places) -> String {
    let parts = ["Kürzel", "Name"] + places.properties
    let example = places.list.codes.first.map { code in
      ([code.id, code.label] + places.properties.map { code.properties[$0] ?? "" }).joined(separator: "; ")
    }
    return field(
      places.list.id, places.list.label, type: "multiline",
      hint: "je Zeile: \(parts.joined(separator: "; "))" + (example.map { ", zum Beispiel „\($0)“" } ?? ""))
  }

  private static let landList = "laender"

  private static func section(_ id: String, _ label: String, _ fields: [String]) -> String {
    "<section id=\"\(id)\" label=\"\(label)\">\(fields.joined(separator: "\n"))</section>"
  }

  /// A field that must be filled in, unless `more` says otherwise.
  private static func field(
    _ id: String, _ label: String, type: String = "text", hint: String? = nil, more: [String: String] = [:]
  ) -> String {
    let attributes = ["required": "true()"].merging(more) { $1 }.filter { !$0.value.isEmpty }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\"\(TownFiles.escaped($0.value))\"" }
    let text = hint.map { "<hint>\(TownFiles.escaped($0))</hint>" } ?? ""
    return
      "<field id=\"\(id)\" type=\"\(type)\" label=\"\(TownFiles.escaped(label))\"\(attributes.joined())>\(text)</field>"
  }
}
