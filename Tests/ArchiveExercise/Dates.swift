import Files
import FormModel
import Glibc

/// Random legal periods for another program to check: event, years, months, days, end, due.
enum Dates {
  static func write(count: Int) {
    var random = SystemRandomNumberGenerator()
    var text = ""
    for _ in 0..<count {
      guard let event = Day(ordinal: Int.random(in: -25_000...55_000, using: &random)) else { continue }
      let isLong = Bool.random(using: &random)
      let years = isLong ? Int.random(in: 0...100, using: &random) : 0
      let months = Int.random(in: 0...(isLong ? 11 : 48), using: &random)
      let days = Bool.random(using: &random) ? Int.random(in: 0...400, using: &random) : 0
      guard let period = Period(years: years, months: months, days: days) else { continue }
      let legal = LegalPeriod(from: event, lasting: period)
      text += "\(event.iso) \(years) \(months) \(days) \(legal.end.iso) \(legal.due.iso)\n"
      if text.utf8.count > 1 << 16 {
        try? FileWriter.write(Array(text.utf8), to: STDOUT_FILENO)
        text = ""
      }
    }
    try? FileWriter.write(Array(text.utf8), to: STDOUT_FILENO)
  }
}
