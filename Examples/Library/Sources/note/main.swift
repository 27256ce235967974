// Fills, checks, writes and reads back a Gesprächsnotiz with the library alone:
//
//     swift run --package-path Examples/Library note . /tmp/notiz.odt
//
// All people are invented; the telephone number is from a block that is kept free for that.
import FoundationEssentials
import Glibc
import Paperwork

guard CommandLine.arguments.count == 3, let day = Day(iso: "2025-11-20") else {
  print("Aufruf: note ORDNER ZIEL.odt (ORDNER enthält Forms und Templates)")
  exit(64)
}
let home = CommandLine.arguments[1]
let target = CommandLine.arguments[2]

do {
  // 1. The declarations of one form.
  let catalogue = Catalogue(home: home, municipality: "bochum")
  let library = try catalogue.library(form: "gespraechsnotiz")
  guard let form = library.forms["gespraechsnotiz"] else { exit(69) }

  // 2. A record. Values stand in their canonical form; ids are those that `kiso forms gespraechsnotiz` shows.
  let record = Record(
    form: form.id, version: form.version,
    root: [
      "vorgangsnummer": "KSA-2-2025-0148", "notiz_nr": "1", "datum": "2025-11-18",
      "fachkraft": ["name": "Jörg Weißhaupt"],
      "kontaktart": "buero", "stadtbezirk": "2", "zugangsweg": "selbst",
      "ratsuchende": ["vorname": "Ayşe", "nachname": "Demirtaş-Voß", "beziehung": "mutter"],
      "kinder": ["vorname": "Mila", "nachname": "Voß", "geburtsdatum": "2022-04-11"],
      "kinder": ["vorname": "Levi", "nachname": "Voß", "geburtsdatum": "2022-04-11"],
      "anlass": "Suche nach Entlastung am Nachmittag",
      "themen": "betreuung", "themen": "alltag", "hauptthema": "betreuung",
      "inhalt": "Frau D.-V. fragt nach längeren Betreuungszeiten.\n\nDie Kita wird gemeinsam angesprochen.",
    ])

  // 3. Filling: single values as people type them, then defaults and what is calculated.
  var filling = Filling(form: form, library: library, day: day)
  try filling.start(from: record)
  try filling.set("ratsuchende[1]/telefon=0171 / 39 200 12")
  try filling.set("uhrzeit_von=9.15")
  try filling.set("uhrzeit_bis=10.00")
  let note = try filling.finish().record
  print("Dauer: \(note.root.value("dauer_min") ?? "–") Minuten")

  // 4. Making: all rules at once, among the other papers of the case; a document unless there are errors.
  let paper = try PaperMaker(catalogue: catalogue, day: day).make(note, named: "notiz", among: [], as: .odt)
  for finding in paper.findings { print("\(finding.strength.german): \(finding.german)") }
  guard let document = paper.documents.first else { exit(2) }
  try Data(document.bytes).write(to: URL(filePath: target))

  // 5. Reading back: the document carries what its page shows.
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: target)))
  let (read, _) = try PaperReader(catalogue: catalogue, day: day).read(bytes)
  print(read.record == paper.facts?.shown ? "Zurückgelesen: gleich" : "Zurückgelesen: verschieden")
} catch let failure as PaperworkFailure {
  for line in failure.german { print(line) }
  exit(65)
} catch let failure as FillingFailure {
  print(failure.german)
  exit(64)
}
