import Paperwork
import Printing

/// PDFs on their way to a printer, one job for each.
struct PrintWork {
  private let queue: PrintQueue
  private let settings: PrintSettings
  private let context: CommandContext

  init(_ settings: PrintSettings, _ context: CommandContext) throws(PrintingFailure) {
    self.settings = settings
    self.context = context
    let surroundings = context.surroundings
    queue = try PrintQueue.find(
      searchPath: surroundings.environment("PATH"), variable: surroundings.environment)
  }

  /// Looks at the printer before anything is made for it; whether jobs would wait there.
  func checkPrinter() throws(PrintingFailure) -> Bool {
    let found = try queue.destination(settings.printer)
    if !found.isWorking {
      context.surroundings.writeError(
        "Der Drucker ›\(found.name)‹ ist angehalten. Was jetzt gedruckt wird, wartet dort, bis er wieder läuft.")
    }
    return !found.isWorking
  }

  /// Gives the documents to the printer, in their order, and says which job each became.
  ///
  /// What `lp` refuses ends the work; what was given before stays given and was told.
  func print(_ documents: [MadeDocument]) throws {
    for (index, document) in documents.enumerated() {
      var settings = settings
      settings.keepsSize = document.isOurs
      let job: String
      do {
        job = try queue.print(document.bytes, settings)
      } catch {
        let rest = documents[index...].map(\.label).joined(separator: ", ")
        context.surroundings.writeError("Nicht gedruckt: \(rest)")
        throw error
      }
      try context.output("\(document.label): Auftrag \(job)\n")
    }
  }
}
