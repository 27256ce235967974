import FormModel
import Paperwork
import Testing

/// A record that a program puts together loses nothing without a word.
struct LostFieldTests {
  private func findings(_ edit: (inout RecordGroup) -> Void) throws -> [String] {
    let library = try Repository.library()
    let form = try Repository.note(in: library)
    var reader = RecordReader(library: library, day: Repository.day)
    let bytes = try Repository.bytes("Examples/gespraechsnotiz-erstkontakt.json")
    var record = try reader.record(from: RecordReader.raw(bytes)).record
    edit(&record.root)
    var filling = Filling(form: form, library: library, day: Repository.day)
    try filling.start(from: record)
    return try filling.finish().findings.filter { $0.strength == .error }.map { "\($0.id) \($0.path)" }
  }

  @Test func aRecordOfTheHouseHasNoSuchFinding() throws {
    #expect(try findings { _ in } == [])
  }

  @Test func anUnknownFieldIsFound() throws {
    #expect(try findings { $0.items.append(.init("uhrzeit_vonn", .value("09:15"))) } == ["E-GN-FELD uhrzeit_vonn"])
  }

  @Test func anUnknownFieldOfAGroupIsFound() throws {
    let found = try findings { root in
      guard case .group(var group)? = root["fachkraft"].first else { return }
      group.items.append(.init("telefonn", .value("0234 1")))
      root.set("fachkraft", [.group(group)])
    }
    #expect(found == ["E-GN-FELD fachkraft/telefonn"])
  }

  @Test func aTextInThePlaceOfAGroupIsFound() throws {
    #expect(try findings { $0.set("fachkraft", [.value("Jörg")]) }.first == "E-GN-AUFBAU fachkraft")
  }

  @Test func aGroupInThePlaceOfAFieldIsFound() throws {
    #expect(try findings { $0.set("ortsteil", [.group(["x": "24"])]) }.contains("E-GN-AUFBAU ortsteil"))
  }

  @Test func aSingleFieldGivenTwiceIsFound() throws {
    let found = try findings { $0.set("ortsteil", [.value("24"), .value("25")]) }
    #expect(found.contains("E-GN-MEHRFACH ortsteil"))
  }
}
