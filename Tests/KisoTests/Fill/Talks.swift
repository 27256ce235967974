import Conversation
import Files
import Paperwork
import Testing

/// A whole conversation as somebody would type it, and the example that must come of it.
struct TypedTalk: Sendable, CustomTestStringConvertible {
  /// The name of the file with the answers, one a line; `\n` in a line stands for a line end, `\d` at its end for
  /// Ctrl-D, which ends a long text at a terminal.
  let name: String
  let form: String
  /// The example, which may leave out what a default fills in.
  let example: String
  /// Papers that the example refers to.
  var companions: [String] = []
  /// The expected status.
  var status: Int32 = 0

  var testDescription: String { name }

  static let all = [
    TypedTalk(name: "erstkontakt", form: "gespraechsnotiz", example: "gespraechsnotiz-erstkontakt.json"),
    TypedTalk(name: "anonym", form: "gespraechsnotiz", example: "gespraechsnotiz-anonym.json"),
    TypedTalk(
      name: "zwei-blaetter", form: "schweigepflichtentbindung", example: "schweigepflichtentbindung-zwei-blaetter.json"),
    TypedTalk(
      name: "kontaktstatus", form: "rueckmeldung-sd", example: "rueckmeldung-sd-kontaktstatus.json",
      companions: ["schweigepflichtentbindung-kontaktstatus.json"]),
    TypedTalk(name: "saeugling", form: "kwg-meldebogen", example: "kwg-meldebogen-saeugling.json", status: 1),
  ]

  static let note = all[0]

  /// The answers in order.
  func answers() throws -> [String] {
    try typed().map { $0.hasSuffix("\u{04}") ? String($0.dropLast()) : $0 }
  }

  /// The answers as they are typed at a terminal, without the last Enter where there is one.
  func typed() throws -> [String] {
    let text = try Repository.text("Tests/KisoTests/Fill/Gespraeche/\(name).txt")
    return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
      return parts.hasSuffix("\\d") ? parts.dropLast(2) + "\u{04}" : parts
    }
  }

  /// The words after `kiso fill`.
  func words(output: String) -> [String] {
    [form, "-o", output] + companions.flatMap { ["--with", Repository.path("Examples/\($0)")] }
  }

  /// The record that must come of it.
  func expected() throws -> Record {
    let library = try #require(Repository.library)
    let record = try Repository.record(Repository.bytes("Examples/\(example)"))
    guard let form = library.forms[form] else { return record }
    return try record.withDefaults(form: form, library: library, day: Repository.day)
  }

  /// What the conversation holds after each number of answers: the record, the questions answered, the present one.
  func states() throws -> [Draft] {
    let library = try #require(Repository.library)
    guard let definition = library.forms[form] else { return [] }
    var interview = try Interview(form: definition, library: library, day: Repository.day)
    let moment = Moment(Repository.day)
    var states = [interview.draft(municipality: "bochum", began: moment, saved: moment)]
    for answer in try answers() {
      _ = try interview.answer(answer)
      states.append(interview.draft(municipality: "bochum", began: moment, saved: moment))
    }
    return states
  }
}
