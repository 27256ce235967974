import FormModel
import Testing

/// The rules that every field has by its kind: format, length, range, code, characters.
@Suite struct GeneratedRuleTests {
  @Test(arguments: FieldProbe.all)
  func `A value that does not fit its field is found, and one that just fits is not`(_ probe: FieldProbe)
    throws
  {
    let library = try Repository.fullLibrary()
    let (sample, edits) = probe.context
    let wrong = try Checked(sample, edits + ["\(probe.path)=\(probe.wrong)"], library: library)
    let found = wrong.findings.filter { $0.id == probe.id }
    #expect(found.count == 1, "\(wrong.german)")
    #expect(
      found.allSatisfy {
        $0.path == probe.path && $0.strength == .error && $0.message.hasPrefix("›\($0.place)‹ ")
      })
    let right = try Checked(sample, edits + ["\(probe.path)=\(probe.right)"], library: library)
    #expect(!right.ids.contains(probe.id), "\(right.german)")
  }

  @Test func `Every field has probes`() throws {
    let form = try Repository.note(in: Repository.fullLibrary())
    let probed = Set(FieldProbe.all.map(\.path))
    let left = DeclaredRules(form).fields.filter { !($0.field.calculate != nil && $0.field.readonly) }.map(
      \.path)
    #expect(Set(left).subtracting(probed).sorted() == [])
    #expect(FieldProbe.all.count > 250)
  }

  @Test func `A value that does not fit stays in the note as it was written`() throws {
    let checked = try Checked(.named, ["datum=31.02.2025", "notiz_nr=zwei"])
    #expect(checked.evaluated.record.root.value("datum") == "31.02.2025")
    #expect(checked.evaluated.record.root.value("notiz_nr") == "zwei")
  }

  @Test func `The label of a code is answered with its id`() throws {
    let checked = try Checked(.named, ["sprachmittlung=Dolmetscher/in", "kontaktart=hausbesch"])
    #expect(checked.german.contains { $0.contains("Meinten Sie ›dolmetscher‹?") })
    #expect(checked.german.contains { $0.contains("Meinten Sie ›hausbesuch‹?") })
  }
}
