import Files
import Glibc
import Testing

struct FileReaderTests {
  @Test(arguments: [0, 1, 16_383, 16_384, 16_385, 200_000])
  func aFileComesBackByteForByte(size: Int) throws {
    try withScratch { folder in
      let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try AtomicFile.write(content, to: folder + "/a")
      #expect(try FileReader.bytes(at: folder + "/a", limit: size) == content)
      #expect(try FileReader.bytes(at: folder + "/a", limit: .max - 1) == content)
      if size > 0 {
        let failure = failure { () throws(FileFailure) in
          _ = try FileReader.bytes(at: folder + "/a", limit: size - 1)
        }
        #expect(failure?.code == .tooLarge)
      }
    }
  }

  @Test func aPipeIsReadInPiecesToItsEnd() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let writeEnd = ends[1]
    let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let writer = Writer(descriptor: writeEnd, content: content)
    writer.start()
    let read = try FileReader.bytes(from: ends[0], limit: 1_000_000)
    writer.join()
    close(ends[0])
    #expect(read == content)
  }

  @Test func aNonBlockingPipeIsWaitedFor() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let writer = Writer(descriptor: ends[1], content: "spät".bytes, delay: 50_000)
    writer.start()
    #expect(try FileReader.bytes(from: ends[0], limit: 100) == "spät".bytes)
    writer.join()
    close(ends[0])
  }

  @Test func anEndlessDeviceStopsAtTheLimit() {
    let failure = failure { () throws(FileFailure) in
      _ = try FileReader.bytes(at: "/dev/zero", limit: 100_000)
    }
    #expect(failure == FileFailure(code: .tooLarge, path: "/dev/zero"))
  }

  @Test func aFileWithoutASizeIsReadAllTheSame() throws {
    #expect(try !FileReader.bytes(at: "/proc/self/status", limit: 100_000).isEmpty)
  }

  @Test(arguments: [
    ("/tmp", FileFailure.Code.isDirectory), ("/tmp/kiso-nirgends", .noSuchFile),
    ("/dev/null/innen", .noSuchFile), ("", .badPath), ("/tmp\0/etc/passwd", .badPath),
    ("/proc/self/mem", .inputOutput), ("/" + String(repeating: "x", count: 5000), .badPath),
  ])
  func whatCannotBeReadHasItsCode(path: String, code: FileFailure.Code) {
    let failure = failure { () throws(FileFailure) in _ = try FileReader.bytes(at: path, limit: 1000) }
    #expect(failure?.code == code)
    #expect(failure?.path == path)
  }

  @Test func codesAreStable() {
    #expect(
      FileFailure.Code.allCases.map(\.rawValue) == [
        "DATEI-FEHLT", "DATEI-KEIN-ZUGRIFF", "DATEI-ORDNER", "DATEI-KEIN-ORDNER", "DATEI-ZU-GROSS",
        "DATEI-NAME", "DATEI-NICHT-ANLEGBAR", "DATEI-SPEICHER-VOLL", "DATEI-EA",
      ])
  }

  @Test func withoutTheRightToReadTheCodeSaysSo() async throws {
    await #expect(processExitsWith: .success) {
      try withScratch { folder in
        chmod(folder, 0o755)
        try AtomicFile.write("x".bytes, to: folder + "/a")
        chmod(folder + "/a", 0)
        let user = geteuid()
        if user == 0 { seteuid(65534) }
        let failure = failure { () throws(FileFailure) in
          _ = try FileReader.bytes(at: folder + "/a", limit: 10)
        }
        if user == 0 { seteuid(0) }
        try #require(failure?.code == .noAccess)
      }
    }
  }
}

/// A thread that writes to a pipe and closes it.
final class Writer: @unchecked Sendable {
  private let descriptor: Int32
  private let content: [UInt8]
  private let delay: UInt32
  private var thread = pthread_t()

  init(descriptor: Int32, content: [UInt8], delay: UInt32 = 0) {
    self.descriptor = descriptor
    self.content = content
    self.delay = delay
  }

  func start() {
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let writer = Unmanaged<Writer>.fromOpaque(argument).takeUnretainedValue()
        usleep(writer.delay)
        try? FileWriter.write(writer.content, to: writer.descriptor)
        close(writer.descriptor)
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func join() {
    pthread_join(thread, nil)
  }
}
