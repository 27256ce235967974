import Files

/// The system's printers, reached through `lp` and `lpstat` (CUPS).
public struct PrintQueue: Hashable, Sendable {
  /// The absolute path of `lp`.
  public let executable: String
  /// The absolute path of `lpstat`, which belongs to the same package.
  let statusProgram: String
  /// What the two programs get to know of the user's environment.
  let environment: [String]

  /// Names `lp` at an absolute path; `lpstat` is looked for beside it.
  ///
  /// - Parameter variable: gives a value of the user's environment: which server and printer is meant by default.
  public init(executable: String, variable: (String) -> String? = { _ in nil }) {
    self.executable = executable
    statusProgram = FilePath.joining(FilePath.parent(of: executable), "lpstat")
    let values = Self.variables.compactMap { name in variable(name).map { "\(name)=\($0)" } }
    // In English, whatever the user speaks: what `lpstat` says is read here and not shown.
    environment = values + ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
  }

  /// Finds the program `lp` in the folders of `PATH`, or in /usr/bin if there is no such variable.
  public static func find(
    searchPath: String? = nil, variable: (String) -> String? = { _ in nil }
  ) throws(PrintingFailure) -> PrintQueue {
    guard
      let found = SystemProgram.find("lp", searchPath: searchPath, otherwise: searchPath == nil ? ["/usr/bin/lp"] : [])
    else {
      throw PrintingFailure(.noPrintCommand, program: .queue)
    }
    return PrintQueue(executable: found, variable: variable)
  }

  /// By these `lp` finds the user's server, printer, lpoptions(1) and, for Kerberos, tickets.
  private static let variables = [
    "CUPS_SERVER", "CUPS_ENCRYPTION", "CUPS_USER", "HOME", "KRB5CCNAME", "LPDEST", "PRINTER", "USER",
  ]

  /// Hands a PDF to a printer, under the neutral title "kiso".
  ///
  /// The document goes in through standard input, so neither the list of processes nor the list of
  /// print jobs shows a file's name.
  ///
  /// - Parameters:
  ///   - document: a whole PDF.
  ///   - settings: which printer, and how.
  ///   - timeout: for handing it over, not for the printing itself.
  /// - Returns: the job's id, such as `Buero-12`.
  public func print(
    _ document: [UInt8], _ settings: PrintSettings = PrintSettings(), timeout: Duration = .seconds(60)
  ) throws(PrintingFailure) -> String {
    guard OfficeFormat.pdfArchive.isSound(document) else { throw PrintingFailure(.unsuitableSource) }
    let said = try run(executable, settings.arguments, input: document, timeout: timeout)
    guard said.status == 0 else {
      throw PrintingFailure(.refusedByPrinter, program: .queue, source: settings.printer, status: said.status)
    }
    guard let job = Self.jobID(in: said.text) else { throw PrintingFailure(.noReceipt, program: .queue) }
    return job
  }

  /// What comes after `request id is ` in the answer of lp(1).
  static func jobID(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 4, words[0...2] == ["request", "id", "is"], words[3].contains("-") else { return nil }
    return words[3]
  }

  /// Runs `lp` or `lpstat` in a private directory; returns its status and what it said on standard output.
  func run(
    _ program: String, _ arguments: [String], input: [UInt8]? = nil, timeout: Duration
  ) throws(PrintingFailure) -> (status: Int32, text: String) {
    let workshop = try withFiles { () throws(FileFailure) in try PrivateDirectory() }
    var outside = OutsideProgram(
      executable: program, arguments: arguments, environment: environment + ["TMPDIR=\(workshop.path)"],
      folder: workshop.path, output: workshop.path(of: "answer"))
    if let input {
      outside.input = try withFiles { () throws(FileFailure) in try workshop.write(input, as: "0.pdf") }
    }
    switch try outside.run(until: Deadline(after: timeout)) {
    case .timedOut: throw PrintingFailure(.timedOut, program: .queue)
    case .exited(126), .exited(127): throw PrintingFailure(.cannotStart, program: .queue, source: program)
    case .signalled(let number): throw PrintingFailure(.aborted, program: .queue, status: -number)
    case .exited(let status):
      let answer = (try? FileReader.bytes(at: outside.output, limit: 1 << 20)) ?? []
      return (status, String(decoding: answer, as: UTF8.self))
    }
  }
}
