import FormModel
import Testing

/// Every rule of the statistics, by figures that break it and figures just beside.
@Suite struct StatisticsRuleTests {
  static let table = activityCases + familyCases + headCases

  @Test(arguments: table)
  func `Figures that break a rule are found`(_ rule: FigureCase) throws {
    let checked = try rule.breaking()
    let found = checked.findings.filter { $0.id == rule.id && (rule.path == nil || $0.path == rule.path) }
    #expect(found.count == 1, "\(checked.german)")
    #expect(found.allSatisfy { rule.id.hasPrefix($0.strength.letter + "-") })
    #expect(found.allSatisfy { !$0.message.isEmpty && !$0.message.contains("{") && !$0.message.contains("NaN") })
    #expect(found.allSatisfy { !$0.place.isEmpty })
  }

  @Test(arguments: table)
  func `Figures just beside the edge are not found`(_ rule: FigureCase) throws {
    let checked = try rule.justBeside()
    #expect(
      !checked.findings.contains { $0.id == rule.id && (rule.path == nil || $0.path == rule.path) },
      "\(checked.german)")
  }

  @Test(arguments: ["statistik-teil1", "statistik-teil2"])
  func `Every rule that a declaration has is in the table`(_ id: String) throws {
    let declared = DeclaredRules(try Repository.form(id, in: Repository.library()))
    let known = Set(Self.table.map(\.id)).union(Self.triedElsewhere)
    let own = declared.written.union(declared.generated).filter { $0.contains("-ST") || $0.contains("-MON-") }
    #expect(own.subtracting(known).sorted() == [])
  }

  @Test func `The table has no rule that the declarations do not have`() throws {
    let forms = try Repository.library().forms
    let known = ["statistik-teil1", "statistik-teil2"].compactMap { forms[$0] }.map { DeclaredRules($0) }
      .reduce(into: Set<String>()) { $0.formUnion($1.written.union($1.generated)) }
    #expect(Set(Self.table.map(\.id)).subtracting(known).sorted() == [])
  }

  /// Rules of what Bochum does not count, tried below.
  static let triedElsewhere: Set<String> = ["E-ST2-32", "W-ST1-23", "W-ST1-24", "W-ST2-41", "W-ST2-42"]

  @Test func `Where boys and girls are counted, they are all children`() throws {
    let entry = "<entry id=\"statistik_geschlecht\">ja</entry>"
    let files = try Repository.declarations().map { file in
      file.name == "bochum/profile.xml" ? file.replacing("</profile>", with: entry + "</profile>") : file
    }
    let library = try FormLibrary(files: files, schema: try Repository.schema())
    let district = try FigureCase.example("teil2-stadtbezirk")
    let wrong = district.edited(["c_m=20", "c_w=25", "c_d=0", "c_x=0"])
    #expect(try Checked(wrong, library: library).ids == ["E-ST2-32"])
    #expect(try Checked(wrong.edited(["c_x=1"]), library: library).ids == [])
    #expect(try Checked(district.edited(["c_m=20"])).ids == ["H-ST2-c_m-entfaellt"])
  }

  /// The bad inputs of the domain description, word by word.
  @Test(arguments: [
    (
      "teil1-quartal", "a_summe/quartal=165",
      "[E-ST1-01] Summe A stimmt nicht: eingetragen 165, die Zeilen ergeben 164."
    ),
    (
      "teil1-quartal", "empfaenger[2]=al", "[E-ST1-03] Statistik Teil 1 geht nur an die Sachgebietsleitung."
    ),
    (
      "teil2-stadtbezirk", "empfaenger[2]=",
      "[E-ST2-02] Statistik Teil 2 geht an Sachgebietsleitung und Abteilungsleitung. Es fehlt: Abteilungsleitung."
    ),
  ])
  func `A bad input is answered word by word`(_ row: (base: String, edit: String, german: String)) throws {
    let checked = try Checked(try FigureCase.example(row.base).edited([row.edit]))
    #expect(checked.findings.filter { $0.strength != .hint }.map(\.german).contains(row.german), "\(checked.german)")
    #expect(checked.findings.filter { $0.id == row.german.dropFirst().prefix(8) }.count == 1)
  }

  @Test func `The quarter of the domain description has nothing wrong`() throws {
    let checked = try Checked(try FigureCase.example("teil1-quartal"))
    #expect(checked.findings.allSatisfy { $0.strength == .hint }, "\(checked.german)")
  }
}
