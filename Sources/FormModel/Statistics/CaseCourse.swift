/// One case from paper to paper: when it was opened, handed over, ended.
///
/// What belongs to an area at the end of a period is what belonged to it before, with what was opened and taken over
/// and without what was ended and handed over; this holds for every area, because each step is told by one move.
struct CaseCourse {
  /// What a paper tells.
  struct Paper {
    /// The day of the paper.
    var day: Day
    /// Its place among those of one day.
    var order: Double
    /// Whether it opens the case, goes on with it, or opens it again.
    var isContact: Bool
    /// Whether the case begins with it.
    var isFirst: Bool
    /// The day on which it ends the case.
    var end: Day?
    /// Whether the case belongs to the area from here on.
    var belongs: Bool
  }

  /// What happens to a case, as seen from an area.
  enum Move: String, CaseIterable {
    /// It belongs to the area when the period begins.
    case stock
    /// It is opened for the first time.
    case new
    /// It is opened again after an end.
    case reopened
    /// It ends.
    case ended
    /// It comes to the area while it is open.
    case taken
    /// It leaves the area while it is open.
    case given
    /// It belongs to the area when the period ends.
    case rest
  }

  /// A state from a day on.
  private struct State {
    var day: Day
    var isOpen: Bool
    var belongs: Bool
    var paper: Int
  }

  private let first: Int?
  private let isOld: Bool
  private let belongedAtFirst: Bool
  private var steps: [(move: Move, day: Day, paper: Int, belongs: Bool)] = []
  private var states: [State] = []

  /// The course that papers tell; a paper is named by its place among them.
  init(_ papers: [Paper]) {
    let order = papers.indices.sorted { left, right in
      (papers[left].day, papers[left].order, left) < (papers[right].day, papers[right].order, right)
    }
    first = order.first { papers[$0].isContact || papers[$0].end != nil }
    isOld = first != nil && !papers.contains(where: \.isFirst)
    var events: [(day: Day, isEnd: Bool, paper: Int)] = []
    for place in order {
      let paper = papers[place]
      // A paper that was written after the end it tells does not open the case again.
      if paper.isContact, paper.end.map({ $0 >= paper.day }) ?? true { events.append((paper.day, false, place)) }
      if let end = paper.end { events.append((end, true, place)) }
    }
    // Of one day contacts come before ends; the sort keeps the order of what is equal.
    let sorted = events.enumerated().sorted { left, right in
      (left.element.day, left.element.isEnd ? 1 : 0, left.offset)
        < (right.element.day, right.element.isEnd ? 1 : 0, right.offset)
    }.map(\.element)
    belongedAtFirst = first.map { papers[$0].belongs } ?? false
    var isOpen = isOld
    var belongs = isOld && belongedAtFirst
    var wasOpen = isOld
    for event in sorted {
      let paper = papers[event.paper]
      if event.isEnd {
        guard isOpen else { continue }
        isOpen = false
        steps.append((.ended, event.day, event.paper, belongs))
      } else if !isOpen {
        (isOpen, belongs) = (true, paper.belongs)
        steps.append((wasOpen ? .reopened : .new, event.day, event.paper, belongs))
        wasOpen = true
      } else if paper.belongs != belongs {
        belongs = paper.belongs
        steps.append((belongs ? .taken : .given, event.day, event.paper, true))
      }
      states.append(State(day: event.day, isOpen: isOpen, belongs: belongs, paper: event.paper))
    }
  }

  /// What happens within a period as seen from the area, each with the paper that tells it.
  func moves(from start: Day, until end: Day) -> [(move: Move, paper: Int)] {
    var result: [(Move, Int)] = []
    if let paper = held(at: start, inclusive: false) { result.append((.stock, paper)) }
    for step in steps where step.belongs && step.day >= start && step.day <= end {
      result.append((step.move, step.paper))
    }
    if let paper = held(at: end, inclusive: true) { result.append((.rest, paper)) }
    return result
  }

  /// Whether the case belonged to the area on a day, whether it was open or not; before its first paper as at that one.
  func belonged(on day: Day) -> Bool { states.last { $0.day <= day }?.belongs ?? belongedAtFirst }

  /// The last paper before a day, or on it, when the case is open then and belongs to the area.
  private func held(at day: Day, inclusive: Bool) -> Int? {
    if let state = states.last(where: { $0.day < day || (inclusive && $0.day == day) }) {
      return state.isOpen && state.belongs ? state.paper : nil
    }
    // Open before the first paper that is known, and as that one says.
    return isOld && belongedAtFirst ? first : nil
  }
}
