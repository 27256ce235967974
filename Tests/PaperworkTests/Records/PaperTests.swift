import FormModel
import Paperwork
import Testing

/// The release, its revocation and the letters as whole papers.
@Suite struct PaperTests {
  /// What is found in the examples on 20.11.2025, beside the papers they rest on; all others have nothing.
  static let findings: [PaperSample: [String]] = [
    .long: ["W-SPE-31"], .feedback: ["W-RSD-27"],
  ]

  /// The rows of the table of bad inputs, word by word.
  static let rows: [(sample: PaperSample, edits: [String], german: String)] = [
    (
      .twoSheets,
      [
        "empfaenger[1]/name=alle beteiligten Stellen", "empfaenger[1]/funktion=",
        "empfaenger[1]/einrichtung=",
      ],
      "[E-SPE-01] ›Empfänger‹ muss eine bestimmte Person oder Stelle nennen. „alle beteiligten Stellen“ reicht nicht."
    ),
    (
      .twoSheets, ["unterschriften[2]="],
      "[E-SPE-03] Bei gemeinsamer Sorge müssen beide Eltern unterschreiben. Es fehlt die Unterschrift von: Thành Nguyễn."
    ),
    (
      .twoSheets, ["unterschriften[2]/datum=2025-12-01"],
      "[E-SPE-05] Die Unterschrift ist auf den 01.12.2025 datiert, das liegt in der Zukunft."
    ),
    (
      .feedback,
      [
        "datum=2025-10-08", "sd_vermittelt_am=2025-09-22", "kontakt_bis=2025-10-08",
        "text=Der Rückstand ist bezahlt.",
        "familie_informiert_am=2025-10-08",
      ],
      "[E-RSD-01] Die Rückmeldung (08.10.2025) ist früher als die letzte Unterschrift der Schweigepflichtentbindung (09.10.2025)."
    ),
    (
      .feedbackContactOnly, ["spe_id="],
      "[E-RSD-03] Ohne unterschriebene Schweigepflichtentbindung darf keine Rückmeldung an den Sozialen Dienst erfolgen. Möglich: Schweigepflichtentbindung drucken oder Vermerk in der Gesprächsnotiz."
    ),
    (
      .kitaEnded, ["freitext=Mutter in Therapie"],
      "[E-KITA-01] Die Kita erhält nur die Mitteilung, ob Kontakt besteht oder beendet ist. Freitext ist hier nicht vorgesehen."
    ),
  ]

  /// The note of the referral is no example: it only stands beside letters.
  @Test(arguments: PaperSample.allCases.filter { $0 != .referral })
  func `An example has exactly the expected findings`(_ sample: PaperSample) throws {
    #expect(try sample.checked().ids == Self.findings[sample] ?? [])
  }

  @Test(arguments: rows)
  func `A bad input is answered word by word`(_ row: (sample: PaperSample, edits: [String], german: String))
    throws
  {
    let errors = try row.sample.checked(row.edits).findings.filter { $0.strength == .error }
    #expect(errors.map(\.german) == [row.german])
  }

  @Test(arguments: PaperSample.allCases)
  func `JSON, XML and back give the same record`(_ sample: PaperSample) throws {
    // Beside a release that allows no more, the letter says whether there is contact; nobody types what follows.
    let isAboutContact = [.feedbackContactOnly, .feedbackWithNote].contains(sample)
    let checked = try sample.checked(isAboutContact ? ["kontakt_besteht=nein"] : [])
    for bytes in [checked.record.json(form: checked.evaluated.form), checked.record.xml()] {
      #expect(try Checked(try RecordReader.raw(bytes)).record == checked.record)
    }
    #expect(checked.evaluated.record == checked.record)
  }

  @Test func `A release by both parents holds from the later signature`() throws {
    let checked = try PaperSample.twoSheets.checked()
    #expect(try checked.value("gueltig_ab") == "2025-10-09")
    #expect(try checked.value("status") == "gueltig")
    #expect(checked.evaluated.sheets == 2)
  }

  @Test(arguments: [
    (["unterschriften="], "entwurf"), (["unterschriften[1]="], "unvollstaendig"), ([], "gueltig"),
    (["gueltig_bis_art=datum", "gueltig_bis=2025-11-19"], "abgelaufen"),
    (["gueltig_bis_art=datum", "gueltig_bis=2025-11-20"], "gueltig"),
    (["widerruf_am=2025-11-01"], "widerrufen"), (["beendet_am=2025-11-19"], "gueltig"),
    (["beendet_am=2025-08-19"], "abgelaufen"), (["beendet_am=2025-08-20"], "gueltig"),
    (["rueckmeldung_am=2025-11-19"], "abgelaufen"),
  ])
  func `The state of a release follows from its dates, and the end of the support alone does not end it`(
    _ edits: [String], _ status: String
  ) throws {
    #expect(try PaperSample.twoSheets.checked(edits).value("status") == status)
  }

  @Test func `In a town that allows it one parent may sign with a reason`() throws {
    let files = try Repository.declarations().map { file in
      file.name == "bochum/profile.xml"
        ? file.replacing("</profile>", with: "<entry id=\"alltagssorge\">ja</entry></profile>") : file
    }
    let library = try FormLibrary(files: files, schema: try Repository.schema())
    let raw = try PaperSample.twoSheets.raw().edited([
      "unterschriften[2]=", "grund_einzelunterschrift=alltag",
    ])
    let checked = try Checked(raw, library: library)
    #expect(checked.ids == ["W-SPE-25"])
    #expect(try checked.value("gueltig_ab") == "2025-10-02")
    #expect(try Checked(raw).ids == ["W-SPE-25", "E-SPE-03"])
  }

  @Test(
    arguments: [["44801", "schutzadresse", "geschützt"], ["45127", "Musterweg", "Essen"]].enumerated().map {
      $0
    })
  func `A sheet carries nothing of where the other parent lives`(_ secrets: (offset: Int, element: [String]))
    throws
  {
    let library = try Repository.library()
    let form = try #require(library.forms["schweigepflichtentbindung"])
    let record = try PaperSample.twoSheets.checked().record
    // The first sheet is the mother's: the second must not tell of her, the first not of the father.
    let paper = try EvaluatedRecord(
      record, form: form, library: library, day: Repository.day, sheet: 1 - secrets.offset)
    let maker = PaperMaker(catalogue: Catalogue(home: Repository.root), day: Repository.day)
    let pages = try maker.documents(of: paper, named: "blatt", library, as: .fodt) { _ in paper }
    let page = String(decoding: try #require(pages.first).bytes, as: UTF8.self)
    let inside = String(decoding: paper.shown.xml(), as: UTF8.self)
    for secret in secrets.element { #expect(!page.contains(secret) && !inside.contains(secret), "\(secret)") }
    #expect(page.contains("gültig ab 09.10.2025"))
  }

  @Test func `Where only the contact may be told, the letter has one sentence and carries no more`() throws {
    let checked = try PaperSample.feedbackContactOnly.checked()
    let paper = checked.evaluated
    let library = try Repository.library()
    let maker = PaperMaker(catalogue: Catalogue(home: Repository.root), day: Repository.day)
    let pages = try maker.documents(of: paper, named: "brief", library, as: .fodt) { _ in paper }
    let page = String(decoding: try #require(pages.first).bytes, as: UTF8.self)
    #expect(page.contains("Der Kontakt zwischen der Familie und der Kita-Sozialarbeit besteht nicht mehr."))
    let inside = String(decoding: paper.shown.xml(), as: UTF8.self)
    for secret in [
      "11.06.2025", "01.09.2025", "abgebrochen", "Kontaktversuche", "2025-06-11", "kontaktabbruch",
    ] {
      #expect(!page.contains(">" + secret) && !inside.contains(secret), "\(secret)")
    }
  }

  /// The sheet in German and the one in two languages are two branches of one template.
  @Test(arguments: ["freiwillig", "folgen", "widerruf", "zweckbindung", "gefahr", "einwilligung", "entbindung"])
  func `A fixed text that only one branch of a template has is missed on the page of the other`(_ id: String) throws {
    let form = try Repository.form("schweigepflichtentbindung", in: Repository.library())
    let notice = try #require(form.notices.first { $0.id == id })
    let catalogue = Catalogue(home: Repository.root)
    let template = try catalogue.template(for: form.id).replacing("hinweis('\(id)')", with: "fassung()")
    let maker = PaperMaker(catalogue: catalogue, day: Repository.day, templates: [form.id: template])
    do throws(PaperworkFailure) {
      _ = try maker.blank(form.id, as: .odt)
      Issue.record("made")
    } catch {
      guard case .template(let mistakes) = error else {
        Issue.record(error)
        return
      }
      #expect(mistakes.mistakes.map(\.code) == [notice.missing.id])
    }
    #expect(throws: Never.self) { try maker.blank(form.id, in: "tr", as: .odt) }
  }

  @Test func `A report on a child in danger is made even where the template lost a fixed text on its page`() throws {
    let library = try Repository.library()
    let catalogue = Catalogue(home: Repository.root)
    let form = try Repository.form("kwg-meldebogen", in: library)
    #expect(!form.isBlocking)
    let record = Record(form: form.id, version: form.version, root: ["meldende_stelle": "kita_sozialarbeit"])
    let paper = try EvaluatedRecord(record, form: form, library: library, day: Repository.day)
    // Its mark stands in two branches: without either of them one kind of page lacks the text.
    let source = try catalogue.template(for: form.id)
    let maker = PaperMaker(
      catalogue: catalogue, day: Repository.day,
      templates: [form.id: source.replacing("hinweis('grundlage-kiso')", with: "fassung()")])
    #expect(try maker.documents(of: paper, named: "meldung", library, as: .odt) { _ in paper }.count == 1)
    #expect(throws: Never.self) { try maker.blank(form.id, as: .odt) }
  }

  @Test func `A template without one of the fixed texts is refused by the rule of that text`() throws {
    let library = try Repository.library()
    for form in library.forms.values {
      for notice in form.notices {
        let template = try Catalogue(home: Repository.root).template(for: form.id)
          .replacingAll("hinweis('\(notice.id)')", with: "fassung()")
        do throws(PaperworkFailure) {
          _ = try PaperMaker(
            catalogue: Catalogue(home: Repository.root), day: Repository.day, templates: [form.id: template]
          ).blank(form.id, as: .odt)
          Issue.record("\(form.id): \(notice.id)")
        } catch {
          guard case .template(let mistakes) = error else {
            Issue.record(error)
            continue
          }
          #expect(mistakes.mistakes.map(\.code) == [notice.missing.id])
        }
      }
    }
    #expect(
      try #require(library.forms["schweigepflichtentbindung"]).notices.first { $0.id == "widerruf" }.map {
        "[\($0.missing.id)] \($0.missing.message) \($0.missing.remedy)"
      }
        == "[E-SPE-07] Der Hinweis auf das Widerrufsrecht fehlt. Er muss vor der Unterschrift gegeben werden (Art. 7 Abs. 3 DSGVO, § 67b Abs. 2 SGB X)."
    )
  }
}
