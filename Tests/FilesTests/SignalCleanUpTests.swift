import Files
import Glibc
import Testing

struct SignalCleanUpTests {
  @Test func aSignalRemovesEveryDirectoryAndStillEndsTheProcess() async throws {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      let base = try PrivateDirectory()
      await #expect(processExitsWith: .signal(signal)) {
        [base = base.path as String, signal = signal as Int32] in
        Glibc.signal(SIGHUP, SIG_DFL)
        PrivateDirectory.removeAllOnSignals()
        PrivateDirectory.removeAllOnSignals()
        let one = try PrivateDirectory(under: base)
        let two = try PrivateDirectory(under: base)
        try AtomicFile.write([1], to: one.path(of: "a"))
        try AtomicFile.write([1], to: two.path(of: "b"))
        kill(getpid(), signal)
        sleep(20)
        _ = consume one
        _ = consume two
      }
      #expect(names(in: base.path) == [])
    }
  }

  @Test func aPlainExitRemovesThemToo() async throws {
    let base = try PrivateDirectory()
    await #expect(processExitsWith: .exitCode(2)) { [base = base.path as String] in
      PrivateDirectory.removeAllOnSignals()
      let one = try PrivateDirectory(under: base)
      try AtomicFile.write([1], to: one.path(of: "a"))
      exit(2)
    }
    #expect(names(in: base.path) == [])
  }

  @Test func anIgnoredSignalStaysIgnored() async {
    await #expect(processExitsWith: .exitCode(7)) {
      signal(SIGHUP, SIG_IGN)
      PrivateDirectory.removeAllOnSignals()
      kill(getpid(), SIGHUP)
      usleep(100_000)
      exit(7)
    }
  }

  @Test func actionsRunNewestFirstAndWithdrawnOnesNot() async throws {
    let base = try PrivateDirectory()
    await #expect(processExitsWith: .exitCode(0)) { [base = base.path as String] in
      SignalCleanUp.install()
      let log = open(base + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      _ = SignalCleanUp.register { _ = write(log, "1", 1) }
      let withdrawn = SignalCleanUp.register { _ = write(log, "2", 1) }
      _ = SignalCleanUp.register { _ = write(log, "3", 1) }
      SignalCleanUp.withdraw(withdrawn)
      exit(0)
    }
    #expect(try FileReader.bytes(at: base.path(of: "log"), limit: 10) == "31".bytes)
  }
}
