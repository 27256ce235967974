import Delivery
import Paperwork
import Printing

/// The printer that a command prints on, and what it says about its jobs.
struct Printer {
  /// Whether the printer is held: what is printed now waits there.
  let isWaiting: Bool
  private let queue: PrintQueue
  private let settings: PrintSettings

  /// Looks for the printer before anything is made for it, and says when jobs would wait there.
  init(_ settings: PrintSettings, _ context: CommandContext) throws(PrintingFailure) {
    self.settings = settings
    let environment = context.surroundings.environment
    queue = try PrintQueue.find(searchPath: environment("PATH"), variable: environment)
    let found = try queue.destination(settings.printer)
    isWaiting = !found.isWorking
    if isWaiting {
      context.surroundings.writeError(
        "Der Drucker ›\(found.name)‹ ist angehalten. Was jetzt gedruckt wird, wartet dort, bis er wieder läuft.")
    }
  }

  /// Prints PDFs and says which job each became, and what was not printed.
  func print(_ documents: [PaperDocument], _ context: CommandContext) throws {
    try queue.print(documents, settings) { document, job in
      try context.output("\(document.label): Auftrag \(job)\n")
    } unprinted: { rest in
      context.surroundings.writeError("Nicht gedruckt: \(rest.map(\.label).joined(separator: ", "))")
    }
  }
}
