import Files
import Glibc
import Testing

/// Readable texts that a result is compared with.
enum Golden {
  /// Compares a text with `Goldens/<name>.txt`.
  ///
  /// A golden that is missing is recorded and the test fails, so that a person looks at it before it counts. With
  /// `KISO_RECORD=1` all are recorded anew.
  static func expect(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let path = Repository.path("Tests/KisoTests/Goldens/\(name).txt")
    let isRecording = getenv("KISO_RECORD").map { String(cString: $0) == "1" } ?? false
    guard !isRecording, let bytes = try? FileReader.bytes(at: path, limit: 4 << 20) else {
      try AtomicFile.write(Array(text.utf8), to: path, permissions: 0o644)
      Issue.record("Golden \(name) was recorded; please look at it.", sourceLocation: location)
      return
    }
    let golden = String(decoding: bytes, as: UTF8.self)
    guard golden != text else { return }
    Issue.record("\(name): \(difference(golden, text))", sourceLocation: location)
  }

  /// The first line that differs, in both texts.
  private static func difference(_ golden: String, _ text: String) -> String {
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func show(_ lines: [Substring]) -> String {
      lines.indices.contains(line) ? "›\(lines[line])‹" : "nothing"
    }
    return "line \(line + 1) should be \(show(old)) and is \(show(new))"
  }
}
