import Files
import Glibc
import Printing
import Testing

/// With shell scripts in the place of `lp` and `lpstat`, for what a real queue does rarely.
struct QueueTests {
  private let document = Array("%PDF-1.7 %%EOF".utf8)

  /// Both programs in a folder of their own.
  private func queue(lp: String, lpstat: String = "exit 1", in folder: String) throws -> PrintQueue {
    _ = try standIn(lpstat, in: folder, named: "lpstat")
    return PrintQueue(executable: try standIn(lp, in: folder, named: "lp")) { $0 == "PRINTER" ? "Flur" : nil }
  }

  @Test(arguments: [
    (PrintSettings(), "-t kiso -n 1 -o sides=two-sided-long-edge -o print-scaling=none"),
    (
      PrintSettings(printer: "Buero", copies: 3, sides: .off, keepsSize: false),
      "-t kiso -n 3 -o sides=one-sided -o collate=true -d Buero"
    ),
    (PrintSettings(copies: 0, sides: .short), "-t kiso -n 1 -o sides=two-sided-short-edge -o print-scaling=none"),
  ])
  func thePrinterGetsTheDocumentWithoutAName(settings: PrintSettings, words: String) throws {
    let base = try PrivateDirectory()
    let script = """
      echo "$@" > '\(base.path)/seen'; env > '\(base.path)/env'; cat > '\(base.path)/got'
      echo "request id is Buero-7 (0 file(s))"
      """
    setenv("KISO_TEST_NAME", "mustermann", 1)
    #expect(try queue(lp: script, in: base.path).print(document, settings) == "Buero-7")
    #expect(try FileReader.bytes(at: base.path(of: "got"), limit: 100) == document)
    #expect(try FileReader.bytes(at: base.path(of: "seen"), limit: 200) == Array((words + "\n").utf8))
    let seen = try FileReader.bytes(at: base.path(of: "env"), limit: 10_000)
    #expect(!contains(seen, "mustermann") && contains(seen, "PRINTER=Flur\n"))
  }

  @Test(arguments: [
    ("exit 1", PrintingFailure.Code.refusedByPrinter), ("exit 0", .noReceipt),
    ("echo 'request id is'", .noReceipt), ("echo Unsinn; exit 0", .noReceipt), ("kill -SEGV $$", .aborted),
    ("exec /fehlt", .cannotStart),
  ])
  func anAnswerThatIsNoReceiptIsAFailure(script: String, code: PrintingFailure.Code) throws {
    let base = try PrivateDirectory()
    let queue = try queue(lp: script, in: base.path)
    let failure = failure { () throws(PrintingFailure) in _ = try queue.print(document) }
    #expect(failure?.code == code && failure?.program == .queue)
  }

  @Test func whatIsNoWholePDFIsNotGivenToThePrinter() throws {
    for bytes in [[], [1], Array("%PDF-1.7 halb".utf8)] {
      let failure = failure { () throws(PrintingFailure) in
        _ = try PrintQueue(executable: "/bin/true").print(bytes)
      }
      #expect(failure?.code == .unsuitableSource)
    }
  }

  @Test func aProgramThatNeverEndsIsEnded() throws {
    let base = try PrivateDirectory()
    let queue = try queue(lp: "trap '' TERM; sleep 60 & sleep 60", in: base.path)
    let failure = failure { () throws(PrintingFailure) in
      _ = try queue.print(document, timeout: .milliseconds(200))
    }
    #expect(failure == PrintingFailure(.timedOut, program: .queue))
    #expect(processes(under: base.path) == [])
  }

  /// As lpstat of CUPS 2.4 answers.
  private static let answers = """
    case "$1" in
      -r) echo "scheduler is running";;
      -d) echo "system default destination: Flur/entwurf";;
      -a) case "$2" in
            Flur) echo "Flur accepting requests since Mon";;
            Alt) printf 'Alt not accepting requests since Mon -\n\tRejecting Jobs\n';;
            *) exit 1;;
          esac;;
      -p) echo "printer $2 disabled since Mon -";;
      -e) printf 'Flur\nAlt\nNetz\n';;
    esac
    """

  @Test func thePrinterIsLookedAtBefore() throws {
    let base = try PrivateDirectory()
    let queue = try queue(lp: "exit 1", lpstat: Self.answers, in: base.path)
    let byDefault = try queue.destination()
    #expect(byDefault.name == "Flur" && !byDefault.isWorking)
    let onTheNetwork = try queue.destination("Netz")
    #expect(onTheNetwork.name == "Netz" && onTheNetwork.isWorking)
    for (name, code) in [("Alt", PrintingFailure.Code.notAccepting), ("Weg", .noSuchPrinter), ("-e", .noSuchPrinter)] {
      let failure = failure { () throws(PrintingFailure) in _ = try queue.destination(name) }
      #expect(failure == PrintingFailure(code, program: .queue, source: name))
    }
  }

  @Test(arguments: [
    ("echo 'scheduler is not running'", PrintingFailure.Code.noPrintService), ("exit 1", .noPrintService),
    ("[ $1 = -r ] && echo 'scheduler is running' || echo 'no system default destination'", .noDefaultPrinter),
    ("exec /fehlt", .cannotStart),
  ])
  func withoutServiceOrDefaultNothingIsPrinted(script: String, code: PrintingFailure.Code) throws {
    let base = try PrivateDirectory()
    let queue = try queue(lp: "exit 0", lpstat: script, in: base.path)
    let failure = failure { () throws(PrintingFailure) in _ = try queue.destination() }
    #expect(failure?.code == code && failure?.program == .queue)
  }
}
