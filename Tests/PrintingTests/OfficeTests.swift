import Files
import Glibc
import Printing
import Testing

/// With the real LibreOffice; every start takes a second or two.
@Suite(.serialized, .enabled(if: hasOffice, "needs LibreOffice (soffice), or it was left out on request"))
struct OfficeTests {
  @Test func manyDocumentsBecomeArchivePDFsInOneCall() throws {
    let base = try PrivateDirectory()
    let work = try base.makeFolder("Größe & Maß")
    let names = ["müller lena.fodt", "-o.fodt", "c.fodt"]
    for name in names {
      try AtomicFile.write(flatText("<text:p>Text</text:p>"), to: "\(work)/\(name)")
    }
    let target = try base.makeFolder("out")
    var office = try LibreOffice.find()
    office.temporaryFolder = work
    let paths = try office.convert(names.map { "\(work)/\($0)" }, to: .pdfArchive, into: target)
    #expect(paths == ["müller lena.pdf", "-o.pdf", "c.pdf"].map { "\(target)/\($0)" })
    for path in paths {
      let content = try FileReader.bytes(at: path, limit: 1 << 20)
      #expect(content.starts(with: "%PDF-".utf8))
      #expect(contains(content, "<pdfaid:part>2</pdfaid:part>"))
      #expect(contains(content, "/MarkInfo<</Marked true>>"))
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
    #expect(entries(of: work) == names.sorted())
    #expect(processes(under: work) == [])
  }

  @Test func aDocumentBecomesOpenDocumentAndThatADocx() throws {
    let office = try LibreOffice.find()
    let flat = OfficeDocument.bytes(flatText("<text:p>Text</text:p>"), name: "a.fodt")
    let odt = try office.convert([flat], to: .odt)
    #expect(contains(odt[0], "mimetypeapplication/vnd.oasis.opendocument.text"))
    let docx = try office.convert([.bytes(odt[0], name: "a.odt")], to: .docx)
    #expect(contains(docx[0], "word/document.xml"))
  }

  @Test func aSourceThatCannotBeLoadedIsNamed() throws {
    let base = try PrivateDirectory()
    try AtomicFile.write(flatText("<text:p>Text</text:p>"), to: base.path(of: "gut.fodt"))
    try AtomicFile.write([0x50, 0x4B, 3, 4] + Array("kaputt".utf8), to: base.path(of: "kaputt.odt"))
    var office = try LibreOffice.find()
    office.temporaryFolder = try base.makeFolder("tmp")
    let target = try base.makeFolder("out")
    let sources = ["gut.fodt", "kaputt.odt"].map { base.path(of: $0) }
    let failure = failure { () throws(PrintingFailure) in
      _ = try office.convert(sources, to: .pdfArchive, into: target)
    }
    #expect(failure == PrintingFailure(.noOutput, source: sources[1]))
    #expect(entries(of: target) == [])
    #expect(entries(of: base.path(of: "tmp")) == [])
  }

  @Test(arguments: [1, 400, 900])
  func atTheTimeLimitNothingIsLeft(milliseconds: Int) throws {
    let base = try PrivateDirectory()
    var office = try LibreOffice.find()
    office.temporaryFolder = base.path
    let body = String(repeating: "<text:p>Text</text:p>", count: 20_000)
    let failure = failure { () throws(PrintingFailure) in
      _ = try office.convert(
        [.bytes(flatText(body), name: "a.fodt")], to: .pdfArchive, timeout: .milliseconds(milliseconds))
    }
    #expect(failure == PrintingFailure(.timedOut))
    #expect(entries(of: base.path) == [])
    #expect(processes(under: base.path) == [])
  }

  @Test func aDocumentCannotMakeItAskTheNetwork() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    #expect(isListening)
    let port = UInt16(bigEndian: address.sin_port)
    let document = OfficeDocument.bytes(flatText(link(to: "http://127.0.0.1:\(port)/x.png")), name: "a.fodt")
    _ = try LibreOffice.find().convert([document], to: .pdfArchive)
    var asked = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    #expect(poll(&asked, 1, 0) == 0)
  }

  @Test func ctrlCEndsItAndRemovesEverything() async throws {
    let base = try PrivateDirectory()
    await #expect(processExitsWith: .signal(SIGINT)) { [base = base.path as String] in
      PrivateDirectory.removeAllOnSignals()
      var office = try LibreOffice.find()
      office.temporaryFolder = base
      let body = String(repeating: "<text:p>Text</text:p>", count: 50_000)
      var alarm = pthread_t()
      pthread_create(
        &alarm, nil,
        { _ in
          usleep(900_000)
          kill(getpid(), SIGINT)
          return nil
        }, nil)
      _ = try office.convert([.bytes(flatText(body), name: "a.fodt")], to: .pdfArchive)
    }
    #expect(entries(of: base.path) == [])
    #expect(processes(under: base.path) == [])
  }
}
