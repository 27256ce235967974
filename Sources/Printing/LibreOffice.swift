import Files

/// LibreOffice as an outside program that converts documents.
///
/// Each call has a profile of its own in a private directory that is removed afterwards: nothing of a
/// document stays in anybody's history, and no running LibreOffice is in the way. Documents lie there
/// under neutral names, so no name of a person stands in the list of processes. Documents are kept
/// from fetching linked pictures and from macros. To end it with Ctrl-C as well, call
/// `PrivateDirectory.removeAllOnSignals()` once in `main`.
public struct LibreOffice: Hashable, Sendable {
  /// The absolute path of `soffice`.
  public let executable: String
  /// Where private directories are made; `nil` for `$TMPDIR` or `/tmp`.
  public var temporaryFolder: String?

  /// Names the program at an absolute path; ``find(given:environmentValue:searchPath:)`` looks for it.
  public init(executable: String, temporaryFolder: String? = nil) {
    self.executable = executable
    self.temporaryFolder = temporaryFolder
  }

  /// Converts documents in one call of LibreOffice and returns the outputs in the same order.
  ///
  /// One call for many: a start costs about a second, a page about a tenth. LibreOffice's exit status
  /// is 0 even if it could not load a source, so every output is looked at; the first that is missing
  /// or broken fails the whole call, naming its source.
  ///
  /// - Parameters:
  ///   - documents: `.odt`, `.ott`, `.fodt` or `.docx`, each of at most 256 MiB.
  ///   - format: what they are to become.
  ///   - timeout: for the whole call; then the program and all it started are ended. Unless it is given,
  ///     two minutes and five seconds for each document.
  ///   - progress: called a few times a second with the number of outputs so far.
  public func convert(
    _ documents: [OfficeDocument], to format: OfficeFormat, timeout: Duration? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws(PrintingFailure) -> [[UInt8]] {
    if documents.isEmpty { return [] }
    guard SystemProgram.isExecutable(executable) else {
      throw PrintingFailure(.noLibreOffice, source: executable)
    }
    let base = temporaryFolder.map(SystemProgram.absolute)
    let workshop = try withFiles { () throws(FileFailure) in try PrivateDirectory(under: base) }
    let outputs = try withFiles { () throws(FileFailure) in
      _ = try workshop.makeFolder("tmp")
      _ = try workshop.makeFolder("in")
      try OfficeProfile.prepare(in: workshop)
      return try workshop.makeFolder("out")
    }
    var inputs: [String] = []
    for (index, document) in documents.enumerated() {
      let content = try document.content()
      let input = "in/\(index)." + (try document.checkedExtension(of: content))
      _ = try withFiles { () throws(FileFailure) in try workshop.write(content, as: input) }
      inputs.append(input)
    }

    let deadline = Deadline(after: timeout ?? .seconds(120 + 5 * documents.count))
    let made = {
      (try? DirectoryListing.files(in: outputs, withExtension: format.fileExtension))?.count ?? 0
    }
    var ending = try run(inputs, to: format, in: workshop.path, until: deadline) { progress(made()) }
    // The first start with a fresh profile may end at once, by status 81 or as if all were done.
    if ending == .exited(Self.startAgain) || (ending == .exited(0) && made() == 0) {
      ending = try run(inputs, to: format, in: workshop.path, until: deadline) { progress(made()) }
    }
    var results: [[UInt8]] = []
    for (index, document) in documents.enumerated() {
      let path = FilePath.joining(outputs, "\(index).\(format.fileExtension)")
      results.append(try checkedOutput(at: path, of: document.name, format: format, ending: ending))
    }
    return results
  }

  /// Converts files in one call and puts the outputs into a folder, each under its source's name.
  ///
  /// Outputs are written only when all are there, each whole or not at all, mode 0600; a file of the
  /// same name is replaced.
  ///
  /// - Returns: the outputs' paths, in the order of the sources.
  public func convert(
    _ sources: [String], to format: OfficeFormat, into folder: String, timeout: Duration? = nil
  ) throws(PrintingFailure) -> [String] {
    var paths: [String] = []
    for source in sources {
      let name = FilePath.stem(of: source) + "." + format.fileExtension
      let path = FilePath.joining(folder, name)
      if paths.contains(path) || path == source { throw PrintingFailure(.sameOutput, source: source) }
      paths.append(path)
    }
    let outputs = try convert(sources.map(OfficeDocument.file), to: format, timeout: timeout)
    for (path, output) in zip(paths, outputs) {
      try withFiles { () throws(FileFailure) in try AtomicFile.write(output, to: path) }
    }
    return paths
  }

  private func run(
    _ inputs: [String], to format: OfficeFormat, in folder: String, until deadline: Deadline,
    whileWaiting: () -> Void
  ) throws(PrintingFailure) -> OutsideProgram.Ending {
    let program = OutsideProgram(
      executable: executable,
      arguments: [
        "-env:UserInstallation=" + OfficeProfile.url(in: folder), "--headless", "--norestore",
        "--nolockcheck", "--convert-to", format.filter, "--outdir", "out",
      ] + inputs,
      environment: [
        "HOME=\(folder)", "TMPDIR=\(folder)/tmp", "PATH=/usr/bin:/bin", "LANG=C.UTF-8",
        "SAL_USE_VCLPLUGIN=svp",
      ],
      folder: folder)
    let ending = try program.run(until: deadline, whileWaiting: whileWaiting)
    switch ending {
    case .timedOut: throw PrintingFailure(.timedOut)
    case .exited(126), .exited(127): throw PrintingFailure(.cannotStart, source: executable)
    case .exited, .signalled: return ending
    }
  }

  /// What LibreOffice says when it set up a fresh profile and wants to be started once more
  /// (EXITHELPER_NORMAL_RESTART in desktop/inc/app.hxx).
  private static let startAgain: Int32 = 81

  private func checkedOutput(
    at path: String, of source: String, format: OfficeFormat, ending: OutsideProgram.Ending
  ) throws(PrintingFailure) -> [UInt8] {
    if let output = try? FileReader.bytes(at: path, limit: OfficeDocument.limit), format.isSound(output) {
      return format.finished(output)
    }
    switch ending {
    case .exited(0), .timedOut: throw PrintingFailure(.noOutput, source: source)
    case .exited(let status): throw PrintingFailure(.aborted, source: source, status: status)
    case .signalled(let signal): throw PrintingFailure(.aborted, source: source, status: -signal)
    }
  }
}
