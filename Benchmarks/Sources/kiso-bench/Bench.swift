import Glibc

/// The workloads as one program: the library does the same thing many times, the processor's seconds are printed.
@main
enum Bench {
  static let usage = """
    kiso-bench write TEMPLATE OUT COUNT DATA...
    kiso-bench job HOME OUT COUNT RECORD...
    kiso-bench check HOME COUNT RECORD...
    kiso-bench read HOME COUNT DOCUMENT [COMPANION...]
    kiso-bench text COUNT DOCUMENT
    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch words.first {
      case "write" where words.count >= 5:
        try Writing.run(template: words[1], out: words[2], count: count(words[3]), data: Array(words[4...]))
      case "job" where words.count >= 5:
        try Jobs(home: words[1]).write(out: words[2], count: count(words[3]), records: Array(words[4...]))
      case "check" where words.count >= 4:
        try Jobs(home: words[1]).check(count: count(words[2]), records: Array(words[3...]))
      case "read" where words.count >= 4:
        try Jobs(home: words[1]).read(count: count(words[2]), document: words[3], companions: Array(words[4...]))
      case "text" where words.count == 3:
        try Jobs.text(count: count(words[1]), document: words[2])
      default:
        print(usage)
        exit(64)
      }
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func count(_ word: String) -> Int { Int(word) ?? 1 }

  /// Does something `count` times and prints the seconds of the processor that it took.
  static func measure(_ count: Int, _ body: (Int) throws -> Void) rethrows {
    let begin = processorSeconds()
    for number in 0..<count { try body(number) }
    print(processorSeconds() - begin)
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A file of the benchmark could not be read or written, or the library did not do what was asked of it.
struct BenchFailure: Error {
  let what: String
}
