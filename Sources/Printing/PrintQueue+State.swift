/// Looking at a printer before anything is given to it.
extension PrintQueue {
  /// Finds the printer that would be used, and whether it would take a job.
  ///
  /// Ask before documents are made, so that a mistyped printer name does not cost the wait for LibreOffice.
  ///
  /// - Parameter printer: the name as given; nil for the default.
  /// - Returns: its name, and whether it works: a printer that was stopped takes jobs and keeps them.
  public func destination(_ printer: String? = nil) throws(PrintingFailure) -> (name: String, isWorking: Bool) {
    guard try ask(["-r"]).text.hasPrefix("scheduler is running") else {
      throw PrintingFailure(.noPrintService, program: .queue)
    }
    let name: String
    if let printer {
      // Anything else would be an option or a list to `lpstat`; no queue is called so.
      guard Self.isName(printer) else { throw PrintingFailure(.noSuchPrinter, program: .queue, source: printer) }
      name = printer
    } else {
      name = try defaultPrinter()
    }
    let state = try ask(["-a", name])
    if state.status != 0 {
      // Printers that are only seen on the network are set up by their first job.
      let seen = try ask(["-e"]).text.split(separator: "\n")
      guard seen.contains(Substring(name)) else {
        throw PrintingFailure(.noSuchPrinter, program: .queue, source: name)
      }
      return (name, true)
    }
    guard !state.text.hasPrefix("\(name) not accepting") else {
      throw PrintingFailure(.notAccepting, program: .queue, source: name)
    }
    return (name, !(try ask(["-p", name]).text.hasPrefix("printer \(name) disabled")))
  }

  private func defaultPrinter() throws(PrintingFailure) -> String {
    let mark = "system default destination: "
    guard let line = try ask(["-d"]).text.split(separator: "\n").first(where: { $0.hasPrefix(mark) }) else {
      throw PrintingFailure(.noDefaultPrinter, program: .queue)
    }
    // A default may be a queue with options of its own, `Buero/entwurf`; the state is that of the queue.
    return String(line.dropFirst(mark.count).prefix { $0 != "/" })
  }

  private func ask(_ arguments: [String]) throws(PrintingFailure) -> (status: Int32, text: String) {
    try run(statusProgram, arguments, timeout: .seconds(20))
  }

  /// What lpadmin(8) allows: no space, slash, hash or control character, and here neither comma nor leading dash.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 127 && !text.hasPrefix("-")
      && text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"/#,?\\\"'".unicodeScalars.contains($0)
      }
  }
}
