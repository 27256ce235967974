import Files
import Testing

/// The scripts for shells, loaded by the shells themselves.
struct CompletionTests {
  /// Runs a shell with `kiso` in its path.
  private func shell(_ words: [String]) throws -> Run {
    try Program.run(
      words,
      environment: [
        "PATH": FilePath.parent(of: Kiso.path) + ":/usr/local/bin:/usr/bin:/bin", "KISO_HOME": Repository.root,
        "KISO_CACHE": "", "HOME": "/nonexistent",
      ])
  }

  /// What a shell offers for a line, of which the last word is not finished.
  private func offered(_ line: String, in name: String) throws -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }.joined(separator: " ")
    let count = line.split(separator: " ", omittingEmptySubsequences: false).count
    let run =
      switch name {
      case "bash":
        try shell([
          "bash", "-c",
          """
          eval "$(kiso completion bash)"; compopt() { :; }
          COMP_WORDS=(\(words)); COMP_CWORD=\(count - 1); _kiso; printf '%s\\n' "${COMPREPLY[@]}"
          """,
        ])
      case "zsh":
        // The completion system lives in the line editor; its three words are put in its place.
        try shell([
          "zsh", "-f", "-c",
          """
          compdef() { :; }; _files() { print FILES }
          compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -l -- ${(M)@:#${words[CURRENT]}*} }
          _describe() { local word; for word in ${(P)2}; do [[ $word == ${words[CURRENT]}* ]] && print -- ${word%%:*}; done; : }
          eval "$(kiso completion zsh)"; words=(\(words)); CURRENT=\(count); _kiso
          """,
        ])
      default: try shell(["fish", "--no-config", "-c", "kiso completion fish | source; complete -C '\(line)'"])
      }
    #expect(run.errors == "", "\(run.errors)")
    return run.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }.filter { !$0.isEmpty }.sorted()
  }

  static let shells = ["bash", "zsh", "fish"].filter { FileRemoval.exists("/usr/bin/" + $0) }

  @Test(arguments: shells)
  func commandsOptionsFormsAndFieldsAreOffered(_ shell: String) throws {
    #expect(try offered("kiso fi", in: shell) == ["fill"])
    #expect(try offered("kiso re", in: shell) == ["read", "render", "retention"])
    #expect(try offered("kiso fill ge", in: shell) == ["gespraechsnotiz"])
    #expect(try offered("kiso fill --res", in: shell) == ["--resume"])
    let fields = try offered("kiso fill gespraechsnotiz --set fachkraft/n", in: shell)
    #expect(fields == ["fachkraft/name="])
    #expect(try offered("kiso drafts rem", in: shell) == ["remove"])
  }

  @Test(arguments: shells)
  func subcommandsOfGroupsAreOfferedWithTheirOptions(_ shell: String) throws {
    #expect(try offered("kiso archive ve", in: shell) == ["verify"])
    #expect(try offered("kiso archive add --dr", in: shell) == ["--draft"])
    #expect(try offered("kiso retention wh", in: shell) == ["why"])
  }

  @Test(arguments: shells.filter { $0 != "fish" })
  func theValueOfAnOptionIsNotTakenForTheForm(_ shell: String) throws {
    let fields = try offered("kiso fill --from alt.json gespraechsnotiz --set kita_", in: shell)
    #expect(fields == [] || fields.allSatisfy { $0.hasPrefix("kita_") })
    #expect(try offered("kiso fill --from alt.json gespraechsnotiz --set hauptth", in: shell) == ["hauptthema="])
  }
}
