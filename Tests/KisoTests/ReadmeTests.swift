import Files
import Testing

/// The commands that the README shows do what it says.
@Suite(.enabled(if: Repository.readme != nil, "there is no README.md yet"))
struct ReadmeTests {
  /// The command blocks in their order: fenced as `sh`, with a line that begins with `kiso `.
  private static var blocks: [String] {
    (Repository.readme ?? "").matches(of: /(?m)^```sh\n((?:(?!```).*\n)*)```/).map { String($0.1) }
      .filter { $0.split(separator: "\n").contains { $0.hasPrefix("kiso ") } }
  }

  /// All blocks run one after the other in a copy, so that one may use what an earlier one made.
  @Test func everyCommandBlockRuns() throws {
    let scratch = try Scratch()
    try Repository.copy(["Forms", "Templates", "Examples"], to: scratch.path)
    let folder = FilePath.parent(of: Kiso.path)
    for block in Self.blocks {
      let lines = block.replacing("\\\n", with: " ").split(separator: "\n").filter {
        $0.hasPrefix("kiso ") || $0.hasPrefix("echo ")
      }
      for line in lines where Outside.office != nil || !line.contains(".pdf") {
        let run = try Program.run(
          ["/bin/sh", "-c", String(line)], in: scratch.path,
          environment: ["PATH": folder + ":/usr/local/bin:/usr/bin:/bin", "KISO_HOME": scratch.path])
        #expect(run.status <= 1, "\(line): \(run.errors)")
      }
    }
  }
}
