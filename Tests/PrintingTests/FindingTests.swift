import Files
import Printing
import Testing

struct FindingTests {
  @Test func theNamedProgramComesFirstThenTheEnvironmentThenThePath() throws {
    let base = try PrivateDirectory()
    for name in ["1", "2", "3"] { _ = try standIn("exit", in: try base.makeFolder(name)) }
    let paths = ["1", "2", "3"].map { base.path(of: $0) + "/soffice" }
    let searchPath = "relativ:\(base.path):\(base.path)/3"
    let first = try LibreOffice.find(given: paths[0], environmentValue: paths[1], searchPath: searchPath)
    #expect(first.executable == paths[0])
    #expect(try LibreOffice.find(environmentValue: paths[1], searchPath: searchPath).executable == paths[1])
    #expect(try LibreOffice.find(environmentValue: "", searchPath: searchPath).executable == paths[2])
  }

  @Test(arguments: ["/fehlt/soffice", "/tmp", "/etc/passwd"])
  func aNamedProgramThatIsNoneIsAFailure(path: String) {
    for (given, value) in [(path, nil), (nil, path)] {
      let failure = failure { () throws(PrintingFailure) in
        _ = try LibreOffice.find(given: given, environmentValue: value)
      }
      #expect(failure == PrintingFailure(.noLibreOffice, source: path))
    }
  }

  @Test func codesAreStable() {
    #expect(
      PrintingFailure.Code.allCases.map(\.rawValue) == [
        "DRUCK-KEIN-LIBREOFFICE", "DRUCK-KEIN-LP", "DRUCK-START", "DRUCK-ZEIT", "DRUCK-KEINE-AUSGABE",
        "DRUCK-ABBRUCH", "DRUCK-QUELLE", "DRUCK-GLEICHER-NAME", "DRUCK-DATEI", "DRUCK-ABGELEHNT",
        "DRUCK-KEIN-DIENST", "DRUCK-KEIN-DRUCKER", "DRUCK-KEIN-STANDARD", "DRUCK-NIMMT-NICHTS-AN",
        "DRUCK-OHNE-QUITTUNG",
      ])
  }
}
