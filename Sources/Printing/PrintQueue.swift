import Files

/// The system's printers, reached through `lp` (CUPS).
public struct PrintQueue: Hashable, Sendable {
  /// The absolute path of `lp`.
  public let executable: String

  /// Names the program at an absolute path; ``find(searchPath:)`` looks for it.
  public init(executable: String) {
    self.executable = executable
  }

  /// Finds the program `lp` in the folders of `PATH` or in /usr/bin.
  public static func find(searchPath: String? = nil) throws(PrintingFailure) -> PrintQueue {
    guard let found = Program.find("lp", searchPath: searchPath, otherwise: ["/usr/bin/lp"]) else {
      throw PrintingFailure(.noPrintCommand)
    }
    return PrintQueue(executable: found)
  }

  /// Hands a PDF to a printer, under the neutral title "kiso".
  ///
  /// The document goes in through standard input, so neither the list of processes nor the list of
  /// print jobs shows a file's name.
  ///
  /// - Parameters:
  ///   - document: a whole PDF.
  ///   - printer: the queue's name; `nil` for the system's default.
  ///   - copies: at least 1.
  ///   - timeout: for handing it over, not for the printing itself.
  public func print(
    _ document: [UInt8], printer: String? = nil, copies: Int = 1, timeout: Duration = .seconds(60)
  ) throws(PrintingFailure) {
    guard OfficeFormat.pdfArchive.isSound(document) else { throw PrintingFailure(.unsuitableSource) }
    let workshop = try withFiles { () throws(FileFailure) in try PrivateDirectory() }
    let input = try withFiles { () throws(FileFailure) in try workshop.write(document, as: "0.pdf") }
    var arguments = ["-t", "kiso", "-n", String(max(1, copies))]
    if let printer { arguments += ["-d", printer] }
    let program = OutsideProgram(
      executable: executable, arguments: arguments,
      environment: ["HOME=\(workshop.path)", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"],
      folder: workshop.path, input: input)
    switch try program.run(until: Deadline(after: timeout)) {
    case .exited(0): return
    case .timedOut: throw PrintingFailure(.timedOut)
    case .exited(126), .exited(127): throw PrintingFailure(.cannotStart, source: executable)
    case .exited(let status): throw PrintingFailure(.refusedByPrinter, source: printer, status: status)
    case .signalled(let number): throw PrintingFailure(.aborted, status: -number)
    }
  }
}
