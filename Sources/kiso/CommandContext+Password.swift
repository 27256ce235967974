import Paperwork
import Secrets
import Terminal

extension CommonOptions {
  static let passwordDescriptor = CommandLineSyntax.Option(
    "password-fd", value: "NUMMER", help: "Kennwort: erste Zeile dieses offenen Deskriptors")
  static let password = CommandLineSyntax.Option("password", help: "Kennwort am Bildschirm eingeben")
}

extension CommandContext {
  /// The password that the options ask for; nil without them.
  ///
  /// A new one is typed twice, since a slip of the finger would lock the document for good.
  func password(_ arguments: ParsedArguments, isNew: Bool = false) throws -> PaperPassword? {
    let isAsked = arguments.has("password")
    guard let number = arguments.value("password-fd") else {
      guard isAsked else { return nil }
      return PaperPassword(
        try surroundings.askSecret(isNew ? "Neues Kennwort:" : "Kennwort:", isNew ? "Noch einmal:" : nil))
    }
    guard !isAsked else {
      throw UsageFailure(.givenTwice, "‚--password‘ und ‚--password-fd‘ schließen einander aus.")
    }
    guard let descriptor = Int32(number), descriptor >= 0 else {
      throw UsageFailure.badValue(of: "password-fd", expected: "die Nummer eines offenen Deskriptors, zum Beispiel 3")
    }
    return PaperPassword(try surroundings.readSecret(descriptor))
  }
}
