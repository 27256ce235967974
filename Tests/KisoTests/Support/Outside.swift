import Files
import Glibc

/// Programs beside the repository that some tests ask.
enum Outside {
  /// LibreOffice, unless the tests are to run without it.
  static let office: String? = {
    if let value = getenv("KISO_WITHOUT_OFFICE"), String(cString: value) == "1" { return nil }
    return program("soffice")
  }()

  /// Whether that LibreOffice opens spreadsheets as well.
  static let hasCalc: Bool = {
    guard let office, let real = realpath(office, nil) else { return false }
    defer { free(real) }
    return access(FilePath.joining(FilePath.parent(of: String(cString: real)), "libsclo.so"), R_OK) == 0
  }()

  /// Chromium, unless the tests are to run without it.
  static let chromium: String? = {
    if let value = getenv("KISO_WITHOUT_BROWSER"), String(cString: value) == "1" { return nil }
    return program("chromium")
  }()

  static let strace: String? = {
    guard let path = program("strace") else { return nil }
    // In some containers tracing is forbidden.
    let probe = try? Program.run([path, "-o", "/dev/null", "/bin/true"])
    return probe?.status == 0 ? path : nil
  }()

  static let python = program("python3", in: ["/usr/bin"])
  /// Whether LibreOffice can be driven from Python.
  static let isOfficeScripted: Bool = {
    guard office != nil, let python else { return false }
    return (try? Program.run([python, "-c", "import uno"]))?.status == 0
  }()
  static let xmllint = program("xmllint")

  /// Whether Debian's Python can judge JSON by a schema.
  static let hasJSONSchema: Bool = {
    guard let python, let run = try? Program.run([python, "-c", "import jsonschema"]) else { return false }
    return run.status == 0
  }()

  /// The program that recognises text, if it knows German.
  static let recognition: String? = {
    guard let path = program("tesseract"), let run = try? Program.run([path, "--list-langs"]) else { return nil }
    return run.output.contains("deu") || run.errors.contains("deu") ? path : nil
  }()

  static let hasPoppler = ["pdfinfo", "pdftotext", "pdffonts"].allSatisfy { program($0) != nil }

  /// What may lie beside the repository.
  private static let beside = FilePath.joining(FilePath.parent(of: Repository.root), "shared")

  /// The folder with the schemas of ODF 1.3, when it lies beside the repository.
  static let schemas: String? = {
    let folder = FilePath.joining(beside, "odf-schema")
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  /// The judge of documents and its schemas, when they lie beside the repository.
  static let judge: (script: String, schemas: String)? = {
    let script = FilePath.joining(beside, "tools/check_odt.py")
    guard access(script, R_OK) == 0, let schemas, let python else { return nil }
    guard (try? Program.run([python, "-c", "import lxml"]))?.status == 0 else { return nil }
    return (script, schemas)
  }()

  /// Converts files in one start of LibreOffice; the results lie in `target` under the stems of the sources.
  static func convert(_ files: [String], to kind: String, into target: String) throws {
    guard let office else { return }
    let profile = try PrivateDirectory()
    let words =
      [
        office, "-env:UserInstallation=file://\(profile.path)", "--headless", "--convert-to", kind,
        "--outdir", target,
      ]
      + files
    // The first start with a fresh profile may end at once.
    for _ in 0..<2 {
      _ = try Program.run(words, environment: ["HOME": profile.path])
      let made = (try? DirectoryListing.files(in: target).count) ?? 0
      if made >= files.count { return }
    }
  }

  private static func program(_ name: String, in folders: [String] = ["/usr/local/bin", "/usr/bin", "/bin"])
    -> String?
  {
    folders.map { FilePath.joining($0, name) }.first { access($0, X_OK) == 0 }
  }
}
