import Files
import Glibc
import Testing

/// Documents that are protected with a password, made and read by the command.
struct PasswordTests {
  private static let password = "Grün-Käse 7"
  private static let decomposed = "Gru\u{308}n-Ka\u{308}se 7"
  private static let note = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")

  /// Runs the command with a password on descriptor 3.
  private func run(
    _ words: [String], _ password: String, in scratch: borrowing Scratch, asOf day: String? = "2025-11-20"
  ) throws -> Run {
    let file = try scratch.write(password + "\n", "kennwort")
    defer { unlink(file) }
    let words = words + (day.map { ["--as-of", $0] } ?? []) + ["--password-fd", "3"]
    return try Kiso.run(words, in: scratch.path, redirections: "3<'\(file)'")
  }

  private func sealed(_ scratch: borrowing Scratch, _ password: String = password) throws {
    let run = try run(["render", Self.note, "-o", "x.odt"], password, in: scratch)
    #expect(run.transcript == "-- Status 0\n")
  }

  @Test func aNoteIsProtectedAndReadBackAndCheckedWithItsPassword() throws {
    let scratch = try Scratch()
    try sealed(scratch)
    #expect(mode(of: scratch.path("x.odt")) == 0o600)
    let plain = try Kiso.runOnDay(["render", Self.note])
    #expect(try scratch.bytes("x.odt") != plain.bytes)
    let expected = try Kiso.runOnDay(["read", "-"], input: plain.bytes)
    let read = try run(["read", "x.odt"], Self.password, in: scratch)
    #expect(read.status == 0 && read.errors == "" && read.bytes == expected.bytes)
    let checked = try run(["check", "x.odt"], Self.password, in: scratch)
    #expect(checked.status == 0 && checked.errors == "")
    #expect(
      checked.output == (try Kiso.runOnDay(["check", "-"], input: plain.bytes)).output.replacing("-:", with: "x.odt:"))
    let text = try run(["text", "x.odt"], Self.password, in: scratch, asOf: nil)
    #expect(text.status == 0)
    #expect(try text.bytes == Kiso.run(["text", "-"], input: plain.bytes).bytes)
    // From one protected document to the next, and into a record.
    #expect(try run(["render", "x.odt", "-o", "y.odt"], Self.password, in: scratch).status == 0)
    #expect(try run(["read", "y.odt"], Self.password, in: scratch).bytes == expected.bytes)
    let filled = try run(
      ["fill", "gespraechsnotiz", "--no-input", "--from", "x.odt", "-o", "z.json"], Self.password, in: scratch)
    #expect(filled.status == 0 && scratch.has("z.json"))
  }

  @Test func everySheetOfAPaperForSeveralPeopleIsProtected() throws {
    let scratch = try Scratch()
    let paper = try #require(
      try Repository.papers.first { name in
        guard name.hasPrefix("schweigepflichtentbindung") else { return false }
        let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(name)"), "-o", scratch.path("a.odt")])
        return run.status < 2 && scratch.has("a-2.odt")
      })
    let words = ["render", Repository.path("Examples/\(paper)"), "-o", "b.odt"]
    #expect(try run(words, Self.password, in: scratch).status < 2)
    for name in ["b-1.odt", "b-2.odt"] {
      #expect(try Kiso.runOnDay(["read", scratch.path(name)]).errors.contains("[ODF-GESCHUETZT]"))
      #expect(try run(["read", name], Self.password, in: scratch).status < 2, "\(name)")
    }
  }

  @Test func theSameNoteTwiceHasNothingInCommonButItsShape() throws {
    let scratch = try Scratch()
    try sealed(scratch)
    let first = try Package(scratch.bytes("x.odt"))
    try sealed(scratch)
    let second = try Package(scratch.bytes("x.odt"))
    #expect(first.members.map(\.name) == second.members.map(\.name))
    for (name, bytes) in first.members where name != "mimetype" { #expect(second[name] != bytes, "\(name)") }
  }

  @Test func aWrongPasswordIsOneSentenceAndStatus77() throws {
    let scratch = try Scratch()
    try sealed(scratch)
    for words in [["read", "x.odt", "-o", "y.json"], ["check", "x.odt"], ["render", "x.odt", "-o", "y.odt"]] {
      let run = try run(words, "falsch", in: scratch)
      #expect(run.status == 77 && run.output == "", "\(words[0])")
      #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("[ODF-KENNWORT-FALSCH] "))
      #expect(!run.errors.contains("falsch"))
    }
    #expect(scratch.names == ["x.odt"])
  }

  @Test func withoutAPasswordTheRefusalSaysHowToGiveIt() throws {
    let scratch = try Scratch()
    try sealed(scratch)
    for words in [["read", "x.odt"], ["check", "x.odt"], ["render", "x.odt", "-o", "y.odt"]] {
      let run = try Kiso.runOnDay(words, in: scratch.path)
      #expect(run.status == 65 && run.errors.contains("[ODF-GESCHUETZT] ") && run.errors.contains("--password-fd"))
    }
  }

  /// LibreOffice takes the bytes as they come; offices mean letters.
  @Test func aLetterWithMarksIsTheSameHoweverItWasTyped() throws {
    let scratch = try Scratch()
    try sealed(scratch, Self.decomposed)
    #expect(try run(["read", "x.odt"], Self.password, in: scratch).status == 0)
    #expect(try run(["read", "x.odt"], Self.decomposed, in: scratch).status == 0)
    #expect(try run(["read", "x.odt"], "Grun-Kase 7", in: scratch).status == 77)
  }

  @Test(arguments: [
    (["-o", "x.fodt"], "fodt"), (["-o", "x.pdf"], "pdf"), (["-o", "-"], "standard output"), ([], "no output"),
  ])
  func onlyAPackageInAFileCanBeProtected(_ output: [String], _ name: String) throws {
    let scratch = try Scratch()
    let run = try run(["render", Self.note] + output, Self.password, in: scratch)
    #expect(run.status == 64 && run.output == "" && scratch.names == [])
    try Golden.expect(run.errors, "password/only a package")
  }

  @Test(arguments: [
    ("", "empty"), ("a\u{1}b", "control"), (String(repeating: "a", count: 1025), "long"),
  ])
  func whatIsNoPasswordIsRefused(_ password: String, _ name: String) throws {
    let scratch = try Scratch()
    let run = try run(["render", Self.note, "-o", "x.odt"], password, in: scratch)
    #expect(run.status == 65 && scratch.names == [])
    try Golden.expect(run.errors, "password/\(name)")
  }

  @Test(arguments: [
    (["--password-fd", "9"], 74), (["--password-fd", "x"], 64), (["--password-fd", "-1"], 64),
    (["--password-fd=-1"], 64), (["--password"], 64), (["--password", "--password-fd", "3"], 64),
    (["--password=geheim"], 64),
  ])
  func aWayThatGivesNoPasswordIsNamed(_ words: [String], _ status: Int) throws {
    let scratch = try Scratch()
    let run = try Kiso.run(["render", Self.note, "-o", scratch.path("x.odt")] + words, redirections: "9<&-")
    #expect(Int(run.status) == status && scratch.names == [])
    #expect(!run.errors.contains("geheim"))
    try Golden.expect(run.errors, "password/way \(words.joined(separator: " "))")
  }

  @Test func oneFileOfSeveralWithAnotherPasswordDoesNotHoldUpTheOthers() throws {
    let scratch = try Scratch()
    try sealed(scratch, "eins")
    try scratch.write(scratch.bytes("x.odt"), "y.odt")
    try sealed(scratch, "zwei")
    try scratch.write(Kiso.runOnDay(["render", Self.note]).bytes, "z.odt")
    let run = try run(["check", "y.odt", "x.odt", "z.odt"], "zwei", in: scratch)
    #expect(run.status == 77)
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("y.odt: [ODF-KENNWORT-FALSCH]"))
    #expect(!run.output.contains("y.odt") && run.output.contains("x.odt") && run.output.contains("z.odt"))
  }

  @Test(.enabled(if: Outside.strace != nil, "needs strace, and the right to trace"))
  func coreDumpsAreForbiddenBeforeThePasswordIsRead() throws {
    let scratch = try Scratch()
    let trace = scratch.path("trace")
    let password = try scratch.write(Self.password + "\n", "kennwort")
    let line =
      "exec \"$0\" -f -qq -s 300 -o '\(trace)' -e trace=setrlimit,prlimit64,read,execve,openat \"$@\" 3<'\(password)'"
    let words = [Kiso.path, "render", Self.note, "-o", scratch.path("x.odt"), "--password-fd", "3"]
    let run = try Program.run(
      ["/bin/sh", "-c", line, Outside.strace ?? ""] + words,
      environment: ["KISO_HOME": Repository.root, "KISO_CACHE": ""])
    #expect(run.status == 0, "\(run.errors)")
    let text = String(decoding: try scratch.bytes("trace"), as: UTF8.self)
    let forbidden = try #require(text.firstRange(of: /RLIMIT_CORE, \{rlim_cur=0, rlim_max=0\}/))
    let read = try #require(text.firstRange(of: "read(3, \"G\", 1)"))
    #expect(forbidden.upperBound < read.lowerBound)
    // No configuration decides what the library for cryptography does.
    #expect(!text.contains("openssl.cnf"))
  }
}

/// A person who types the password.
@Suite(.enabled(if: Outside.python != nil, "needs python3 for a terminal"))
struct PasswordPromptTests {
  /// Starts the command in a terminal of its own and answers its questions.
  ///
  /// Prints whether the echo was on at each question, the screen, and the status.
  private static let terminal = """
    import os, pty, select, signal, sys, termios, time
    answers = sys.argv[1].split("|")
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    screen = b""
    def wait(done):
        global screen
        end = time.monotonic() + 30
        while time.monotonic() < end and not done():
            if select.select([terminal], [], [], 0.05)[0]:
                try: data = os.read(terminal, 4096)
                except OSError: return
                if not data: return
                screen += data
    def echoes(): return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)
    shown = []
    for number, answer in enumerate(answers):
        if not answer: break
        wait(lambda: screen.count(b": ") > number and not echoes())
        shown.append("an" if echoes() else "aus")
        os.write(terminal, b"\\x03" if answer == "^C" else answer.encode() + b"\\n")
        time.sleep(0.1)
    wait(lambda: False)
    status = os.waitpid(pid, 0)[1]
    # The terminal outlives the command, as a shell would find it.
    print(",".join(shown), "signal %d" % os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
    print(screen.decode().replace("\\r\\n", "\\n"), end="")
    """

  private func type(_ answers: [String], _ words: [String], in folder: String) throws -> String {
    let line = ["/usr/bin/python3", "-c", Self.terminal, answers.joined(separator: "|"), Kiso.path] + words
    let environment = ["KISO_HOME": Repository.root, "KISO_CACHE": "", "TZ": "Europe/Berlin"]
    return try Program.run(line, in: folder, environment: environment).output
  }

  @Test func aNewPasswordIsTypedTwiceUnseenAndAKnownOneOnce() throws {
    let scratch = try Scratch()
    let note = Repository.path("Examples/gespraechsnotiz-minimal.json")
    let words = ["render", note, "--as-of", "2025-11-20", "-o", "x.odt", "--password"]
    #expect(
      try type(["Käse 7", "Käse 7"], words, in: scratch.path) == "aus,aus 0\nNeues Kennwort: \nNoch einmal: \n")
    let reading = ["read", "x.odt", "--as-of", "2025-11-20", "-o", "x.json", "--password"]
    #expect(try type(["Käse 7"], reading, in: scratch.path) == "aus 0\nKennwort: \n")
    #expect(scratch.names == ["x.json", "x.odt"])
    #expect(
      try type(["Käse 8"], reading, in: scratch.path).hasPrefix("aus 77\nKennwort: \nkiso read: [ODF-KENNWORT-FALSCH] ")
    )
  }

  @Test func twoDifferentAnswersWriteNothing() throws {
    let scratch = try Scratch()
    let words = ["render", Repository.path("Examples/gespraechsnotiz-minimal.json"), "-o", "x.odt", "--password"]
    let screen = try type(["Käse 7", "Käse 8"], words, in: scratch.path)
    #expect(screen.hasPrefix("aus,aus 65\n") && screen.contains("[KENNWORT-UNGLEICH]"))
    #expect(!screen.contains("Käse") && scratch.names == [])
  }

  @Test func aPersonWhoGivesUpGetsTheTerminalBack() throws {
    let scratch = try Scratch()
    let words = ["render", Repository.path("Examples/gespraechsnotiz-minimal.json"), "-o", "x.odt", "--password"]
    // The command ends by the signal, and the shell that started it shows again what is typed.
    let line = "trap : INT; \"$0\" \"$@\"; echo \"Status $?\"; stty -a | grep -o -- '-*echo '"
    let shell = ["/usr/bin/python3", "-c", Self.terminal, "^C", "/bin/sh", "-c", line, Kiso.path] + words
    let screen = try Program.run(
      shell, in: scratch.path, environment: ["KISO_HOME": Repository.root, "KISO_CACHE": ""]
    ).output
    #expect(screen.hasSuffix("Status 130\necho \n"), "\(screen)")
    #expect(scratch.names == [])
  }
}
