import FormModel

/// The history of one case, and what is due of it on which day, worked out from the rules of the concept alone.
///
/// It shares nothing with the library: days are year, month and day, a year later is the same date or the last of the
/// month (§ 188 BGB), and what is to be deleted goes on the day after.
struct HistoryModel {
  /// A day by its parts, so that later is greater.
  struct Date: Hashable, Comparable {
    var year: Int
    var month: Int
    var day: Int

    static func < (left: Date, right: Date) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    static func length(_ year: Int, _ month: Int) -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    var next: Date {
      if day < Self.length(year, month) { return Date(year: year, month: month, day: day + 1) }
      return month < 12 ? Date(year: year, month: month + 1, day: 1) : Date(year: year + 1, month: 1, day: 1)
    }

    func later(months: Int) -> Date {
      let total = year * 12 + month - 1 + months
      let (year, month) = (total / 12, total % 12 + 1)
      return Date(year: year, month: month, day: min(day, Self.length(year, month)))
    }

    func advanced(_ days: Int) -> Date { (0..<days).reduce(self) { date, _ in date.next } }

    var iso: String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(year)-\(two(month))-\(two(day))"
    }
  }

  /// By what something is kept: the end of the support, the last contact, or the day it was collected.
  enum Rule: String, Hashable {
    case end = "D1"
    case contact = "D1b"
    case collected = "D1c"
  }

  struct Kept: Hashable {
    var rule: Rule
    var due: Date
  }

  struct Paper: Hashable {
    var number: Int
    var day: Date
    var contact: Date?
    var end: Date?
    var kept: Kept?
  }

  var today: Date
  var papers: [Paper] = []
  var file: Kept?
  var ended: Date?
  var reopened: Date?
  var isHeld = false
  var isAsked = false

  var opened: Date? { papers.map(\.day).min() }
  var isKept: Bool { isHeld || isAsked }

  /// The last contact of all that is known.
  private var contact: Date? { papers.compactMap(\.contact).max() }

  /// The day of the end that counts: none after which the case went on.
  var end: Date? {
    let ends = papers.compactMap(\.end) + [ended].compactMap { $0 }
    guard let last = ends.max() else { return nil }
    if let contact, contact > last { return nil }
    if let reopened, reopened >= last { return nil }
    return last
  }

  private func date(collected: Date) -> Kept {
    if let end { return Kept(rule: .end, due: end.later(months: 12).next) }
    if let last = [contact, reopened].compactMap({ $0 }).max() {
      return Kept(rule: .contact, due: last.later(months: 12).next)
    }
    return Kept(rule: .collected, due: collected.later(months: 12).next)
  }

  /// Nothing is shortened by itself, unless what counted stood in only for what is known now.
  private func keeping(_ old: Kept?, _ new: Kept) -> Kept {
    guard let old, new.due < old.due, old.rule == new.rule else { return new }
    return old
  }

  mutating func settle() {
    for index in papers.indices { papers[index].kept = keeping(papers[index].kept, date(collected: papers[index].day)) }
    guard let opened else { return }
    let latest = papers.compactMap(\.kept).reduce(date(collected: opened)) { $1.due > $0.due ? $1 : $0 }
    file = keeping(file, latest)
  }

  /// The numbers of the papers that go on a day, and whether the case goes with them.
  func due(on day: Date) -> (papers: Set<Int>, file: Bool) {
    guard !isKept else { return ([], false) }
    let going = papers.filter { $0.kept.map { $0.due <= day } ?? false }.map(\.number)
    return (Set(going), going.count == papers.count && file.map { $0.due <= day } ?? false)
  }
}
