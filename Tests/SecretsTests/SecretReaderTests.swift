import Glibc
import Testing

@testable import Secrets

struct SecretReaderTests {
  /// Reads a password from a pipe into which the bytes were written, and gives what is left there.
  private func read(_ bytes: [UInt8]) throws -> (secret: Result<[UInt8], SecretFailure>, rest: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let result: Result<[UInt8], SecretFailure>
    do throws(SecretFailure) {
      result = .success(try SecretReader.line(from: ends[0]).withBytes { Array($0) })
    } catch {
      result = .failure(error)
    }
    var rest = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(ends[0], &rest, rest.count)
    return (result, Array(rest.prefix(max(0, count))))
  }

  @Test(arguments: [
    ("geheim\n", "geheim"), ("geheim", "geheim"), ("geheim\r\n", "geheim"), (" Grün-Käse 7 \n", " Grün-Käse 7 "),
    ("a", "a"), ("Gru\u{308}n\n", "Gru\u{308}n"), ("🐑🐑\n", "🐑🐑"),
  ])
  func theFirstLineIsThePasswordWithBlanksAndAllAsItIs(_ given: String, _ expected: String) throws {
    let (secret, rest) = try read(Array(given.utf8))
    #expect(try secret.get() == Array(expected.utf8))
    #expect(rest == [])
  }

  @Test func whatFollowsTheLineIsLeftForOthers() throws {
    let (secret, rest) = try read(Array("geheim\n{\"form\": 1}\n".utf8))
    #expect(try secret.get() == Array("geheim".utf8))
    #expect(rest == Array("{\"form\": 1}\n".utf8))
  }

  @Test func theLimitHoldsAtItsEdge() throws {
    let longest = [UInt8](repeating: UInt8(ascii: "a"), count: SecretReader.limit)
    for end in ["", "\n", "\r\n"] { #expect(try self.read(longest + Array(end.utf8)).secret.get() == longest) }
    for end in ["", "\n", "\r\n", "aaaa"] {
      let code = read(longest + [UInt8(ascii: "a")], end)
      #expect(code == .tooLong, "\(end)")
    }
    func read(_ bytes: [UInt8], _ end: String) -> SecretFailure.Code? {
      guard case .failure(let failure)? = try? self.read(bytes + Array(end.utf8)).secret else { return nil }
      return failure.code
    }
  }

  @Test(
    arguments: [
      ([], .empty), ([0x0A], .empty), ([0x0D, 0x0A], .empty), ([0xFF, 0x61], .notText), ([0x61, 0xC3], .notText),
      ([0x61, 0x00, 0x62], .notText), ([0x61, 0x09], .notText), ([0xED, 0xA0, 0x80], .notText),
    ] as [([UInt8], SecretFailure.Code)])
  func whatIsNoPasswordIsRefused(_ bytes: [UInt8], _ code: SecretFailure.Code) throws {
    guard case .failure(let failure) = try read(bytes).secret else {
      Issue.record("accepted")
      return
    }
    #expect(failure.code == code)
  }

  @Test func aDescriptorThatIsNotOpenOrNotForReadingIsTold() throws {
    #expect(throws: SecretFailure(.unreadable)) { try SecretReader.line(from: 4711) }
    let output = open("/dev/null", O_WRONLY)
    defer { close(output) }
    #expect(throws: SecretFailure(.unreadable)) { try SecretReader.line(from: output) }
  }

  @Test func everyCodeIsStable() {
    #expect(SecretFailure.Code.allCases.allSatisfy { $0.rawValue.hasPrefix("KENNWORT-") })
    #expect(Set(SecretFailure.Code.allCases.map(\.rawValue)).count == SecretFailure.Code.allCases.count)
  }
}
