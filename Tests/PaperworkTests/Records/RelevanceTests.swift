import FormModel
import Testing

/// What is there under a condition only, what is calculated, and answers that are no values.
@Suite struct RelevanceTests {
  @Test func `What is not relevant is neither in the record nor shown`() throws {
    let checked = try Checked(
      .anonymous,
      ["ratsuchende[1]/nachname=Kowalski", "sorgerecht=gemeinsam", "spe_ids[1]=KSA-2-2025-0147-SPE-01"])
    for record in [checked.evaluated.record, checked.evaluated.shown] {
      for field in ["ratsuchende", "sorgerecht", "spe_ids"] { #expect(record.root[field] == [], "\(field)") }
      #expect(!String(decoding: record.xml(), as: UTF8.self).contains("Kowalski"))
    }
    #expect(checked.record.root.groups("ratsuchende").count == 1)
  }

  @Test func `What is not relevant is not required`() throws {
    let checked = try Checked(.named, ["kontakt_zustande=ja", "fallstatus=laufend", "zugangsweg=selbst"])
    #expect(checked.german == [])
  }

  @Test func `What hangs on something that is not relevant is not relevant either`() throws {
    // The consent hangs on the way of access, the copies on the answer whether there are any.
    let checked = try Checked(
      .ended,
      [
        "beratungsform=anonym_ratsuchend", "ratsuchende=", "kinder=", "zugangsweg=sd",
        "zustimmung_kontaktweitergabe=2025-10-01",
        "beendigungsgrund=kontaktabbruch", "letzter_kontakt_am=2025-10-01", "fallstatus=laufend",
      ])
    let ids = Set(checked.evaluated.record.root.items.map(\.id))
    #expect(
      ids.isDisjoint(with: [
        "zustimmung_kontaktweitergabe", "unterlagen", "letzter_kontakt_am", "beendet_am", "rueckmeldung_sd",
      ]))
  }

  @Test func `A chain of conditions is followed to its end, in either order of the fields`() throws {
    // c hangs on b, b on a; d stands in front of what it hangs on.
    let text = """
      <form id="gespraechsnotiz" version="1" title="Kette" short="K"><purpose>Probe</purpose><section id="s" label="S">
        <field id="d" type="text" label="D" relevant="filled(c)"/>
        <field id="c" type="text" label="C" relevant="filled(b)"/>
        <field id="b" type="text" label="B" relevant="filled(a)"/>
        <field id="a" type="text" label="A" relevant="false()"/>
      </section></form>
      """
    let library = try FormLibrary(
      files: [SourceFile(name: "k.xml", bytes: Array(text.utf8))], schema: try Repository.schema())
    let raw = RawValue.object([RawValue.Member("form", .text("gespraechsnotiz"))])
    let checked = try Checked(raw.edited(["a=1", "b=2", "c=3", "d=4"]), library: library)
    #expect(checked.evaluated.record.root.items == [])
    #expect(Set(checked.ids) == ["H-K-a-entfaellt", "H-K-b-entfaellt", "H-K-c-entfaellt", "H-K-d-entfaellt"])
  }

  /// Each hangs on the one before being empty: what is taken away at first must come back, one step at a time.
  @Test(arguments: [false, true])
  func `What comes back because something else went is there, however long the chain`(_ isReversed: Bool) throws {
    let names = ["a", "b", "c", "d", "e", "f"]
    let fields = zip(names, ["false()"] + names.map { "not(filled(\($0)))" }).map { name, condition in
      "<field id=\"\(name)\" type=\"text\" label=\"\(name)\" relevant=\"\(condition)\"/>"
    }
    let text = """
      <form id="gespraechsnotiz" version="1" title="Kette" short="K"><purpose>Probe</purpose><section id="s" label="S">
        \((isReversed ? fields.reversed() : fields).joined())
      </section></form>
      """
    let library = try FormLibrary(files: [SourceFile(name: "k.xml", bytes: Array(text.utf8))])
    let raw = RawValue.object([RawValue.Member("form", .text("gespraechsnotiz"))])
    let checked = try Checked(raw.edited(names.map { "\($0)=1" }), library: library)
    #expect(Set(checked.evaluated.record.root.items.map(\.id)) == ["b", "d", "f"])
    #expect(Set(checked.ids) == ["H-K-a-entfaellt", "H-K-c-entfaellt", "H-K-e-entfaellt"])
  }

  @Test func `Conditions that chase each other come to an end`() throws {
    let text = """
      <form id="gespraechsnotiz" version="1" title="Kreis" short="K"><purpose>Probe</purpose><section id="s" label="S">
        <field id="a" type="text" label="A" relevant="not(filled(b))"/>
        <field id="b" type="text" label="B" relevant="not(filled(a))"/>
        <field id="c" type="text" label="C" calculate="concat(d, 'x')"/>
        <field id="d" type="text" label="D" calculate="concat(c, 'x')"/>
      </section></form>
      """
    let library = try FormLibrary(files: [SourceFile(name: "k.xml", bytes: Array(text.utf8))])
    let raw = RawValue.object([RawValue.Member("form", .text("gespraechsnotiz"))]).edited(["a=1", "b=2"])
    let checked = try Checked(raw, library: library)
    #expect(checked.ids == ["H-K-a-entfaellt", "H-K-b-entfaellt"])
    #expect(checked.evaluated.record.root["a"] + checked.evaluated.record.root["b"] == [])
  }

  @Test func `What is always calculated is not stored`() throws {
    let checked = try Checked(.ended, ["loeschen_am=2020-01-01", "rueckmeldung_sd=ja"])
    #expect(checked.evaluated.record.root["loeschen_am"] == [])
    #expect(try checked.value("loeschen_am") == "2026-10-11")
    #expect(try checked.value("rueckmeldung_sd") == "nein")
  }

  @Test func `The last contact is proposed and can be changed`() throws {
    let lost = ["beendigungsgrund=kontaktabbruch"]
    #expect(try Checked(.ended, lost).evaluated.record.root.value("letzter_kontakt_am") == "2025-10-08")
    let changed = try Checked(.ended, lost + ["letzter_kontakt_am=2025-09-01"])
    #expect(changed.evaluated.record.root.value("letzter_kontakt_am") == "2025-09-01")
    let missed = try Checked(.ended, lost + ["kontakt_zustande=nein", "nicht_zustande_grund=abgesagt"])
    #expect(missed.evaluated.record.root.value("letzter_kontakt_am") == nil)
  }

  @Test func `An answer counts for a required field only where the form says so`() throws {
    #expect(try Checked(.named, ["kinder[1]/vorname?=unbekannt"]).german == [])
    #expect(try Checked(.named, ["kinder[1]/vorname?=verweigert"]).ids == ["E-GN-kinder.vorname-fehlt"])
    #expect(try Checked(.named, ["anlass?=unbekannt"]).ids == ["E-GN-anlass-fehlt"])
  }

  @Test func `Unknown may be a value of a list or an answer, and both print alike`() throws {
    let value = try Checked(.named, ["alleinerziehend=unbekannt"]).evaluated
    let status = try Checked(.named, ["alleinerziehend?=unbekannt"]).evaluated
    for evaluated in [value, status] {
      #expect(evaluated.root.element("alleinerziehend").map { evaluated.display($0) } == "nicht bekannt")
    }
  }

  @Test func `A blank paper has rows to fill in and no findings`() throws {
    let library = try Repository.library()
    let blank = EvaluatedRecord(
      blank: try Repository.note(in: library), library: library, day: Repository.day)
    #expect(blank.findings == [] && blank.retention == [])
    #expect(blank.root.elements("vereinbarungen").count == 3)
    #expect(blank.root.elements("kinder").count == 1)
  }
}

/// Values that follow from others.
@Suite struct CalculationTests {
  @Test func `A value that is calculated in several steps is not taken for one that was given`() throws {
    let text = """
      <form id="gespraechsnotiz" version="1" title="Kette" short="K"><purpose>Probe</purpose><section id="s" label="S">
        <field id="c" type="text" label="C" calculate="concat('c', b)"/>
        <field id="b" type="text" label="B" calculate="concat('b', a)"/>
        <field id="a" type="text" label="A"/>
      </section></form>
      """
    let library = try FormLibrary(files: [SourceFile(name: "k.xml", bytes: Array(text.utf8))])
    let raw = RawValue.object([RawValue.Member("form", .text("gespraechsnotiz"))]).edited(["a=a"])
    #expect(try Checked(raw, library: library).value("c") == "cba")
    #expect(try Checked(raw, library: library).german == [])
    #expect(try Checked(raw.edited(["c=cba"]), library: library).german == [])
    #expect(try Checked(raw.edited(["c=cb"]), library: library).ids == ["W-K-c-berechnet"])
  }

  /// Each stands in front of what it is calculated from, so one more is right after each pass.
  @Test func `A chain of calculations is followed to its end`() throws {
    let fields = zip("abcde", "bcdef").map { name, source in
      "<field id=\"\(name)\" type=\"text\" label=\"\(name)\" calculate=\"concat('\(name)', \(source))\"/>"
    }
    let text = """
      <form id="gespraechsnotiz" version="1" title="Kette" short="K"><purpose>Probe</purpose><section id="s" label="S">
        \(fields.joined())<field id="f" type="text" label="f"/>
      </section></form>
      """
    let library = try FormLibrary(files: [SourceFile(name: "k.xml", bytes: Array(text.utf8))])
    let raw = RawValue.object([RawValue.Member("form", .text("gespraechsnotiz"))]).edited(["f=f"])
    let checked = try Checked(raw, library: library)
    #expect(try checked.value("a") == "abcdef")
  }
}
