import FuzzTargets
import Glibc

/// Mutants of our own documents, read as `kiso read` does.
///
/// Each is made of its number alone, so one that did harm is made again with `mutants 1 NUMBER`; FILE keeps the number
/// of the one being read. An alarm ends the process where one takes ten seconds.
enum Mutants {
  /// Reads them: mutants COUNT [FIRST [FILE]].
  static func read(_ arguments: [String]) {
    guard (2...4).contains(arguments.count), let count = Int(arguments[1]), count > 0,
      let first = arguments.count > 2 ? Int(arguments[2]) : 0
    else {
      print("mutants COUNT [FIRST [FILE]]")
      exit(64)
    }
    let mark = arguments.count > 3 ? open(arguments[3], O_WRONLY | O_CREAT, 0o600) : -1
    let originals = Mutation.originals
    var papers = 0
    var slowest = (milliseconds: 0.0, number: first)
    for number in first..<(first + count) {
      if mark >= 0 { write(number, to: mark) }
      let mutant = Mutation.mutant(number, of: originals)
      alarm(10)
      let start = processorTime()
      if PaperTarget.read(mutant) { papers += 1 }
      let spent = processorTime() - start
      if spent > slowest.milliseconds { slowest = (spent, number) }
    }
    alarm(0)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("\(count) mutants of \(originals.count) documents: \(papers) read, \(count - papers) refused")
    print("slowest: \(Int(slowest.milliseconds)) ms (number \(slowest.number)); memory \(usage.ru_maxrss / 1024) MB")
  }

  private static func write(_ number: Int, to file: CInt) {
    let line = Array("\(number)\n".utf8)
    _ = pwrite(file, line, line.count, 0)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
