import FuzzTargets
import Glibc

/// Reads mutants of our own documents as `kiso read` does: mutants COUNT [FIRST [FILE]].
///
/// Each is made of its number alone, so one that did harm is made again with `mutants 1 NUMBER`; FILE keeps the number
/// of the one being read. An alarm ends the process where one takes a minute.
@main
struct Mutants {
  static func main() {
    let arguments = CommandLine.arguments
    guard (2...4).contains(arguments.count), let count = Int(arguments[1]), count > 0,
      let first = arguments.count > 2 ? Int(arguments[2]) : 0
    else {
      print("mutants COUNT [FIRST [FILE]]")
      exit(64)
    }
    let mark = arguments.count > 3 ? open(arguments[3], O_WRONLY | O_CREAT, 0o600) : -1
    let originals = Mutation.originals
    // What is kept for the whole process is there before anything is measured.
    _ = originals.map { PaperTarget.read($0) }
    let before = memory()
    var papers = 0
    var slowest = (milliseconds: 0.0, number: first)
    for number in first..<(first + count) {
      if mark >= 0 { write(number, to: mark) }
      let mutant = Mutation.mutant(number, of: originals)
      alarm(60)
      let start = processorTime()
      if PaperTarget.read(mutant) { papers += 1 }
      let spent = processorTime() - start
      if spent > slowest.milliseconds { slowest = (spent, number) }
    }
    alarm(0)
    print("\(count) mutants of \(originals.count) documents: \(papers) read, \(count - papers) refused")
    print("slowest: \(Int(slowest.milliseconds)) ms (number \(slowest.number))")
    print("memory: \(before) MB before, \(memory()) MB behind")
  }

  private static func write(_ number: Int, to file: CInt) {
    let line = Array("\(number)\n".utf8)
    _ = pwrite(file, line, line.count, 0)
  }

  /// The memory that the process has now, in megabytes.
  private static func memory() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, CInt(line.count), file) != nil else { return 0 }
    let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
      separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * sysconf(CInt(_SC_PAGESIZE)) / (1 << 20) : 0
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
