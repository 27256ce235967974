import Testing

@testable import FormModel

/// Cases from paper to paper, as areas see them.
struct CaseCourseTests {
  private let first = Day(iso: "2025-07-01")
  private let last = Day(iso: "2025-09-30")

  /// A paper: day, whether it is a contact, begins, ends, and where it was made.
  private func course(
    _ papers: [(day: String, contact: Bool, first: Bool, end: String?, place: Int)], in area: Int
  ) throws -> [CaseCourse.Move: Int] {
    let papers = try papers.enumerated().map { number, paper in
      CaseCourse.Paper(
        day: try #require(Day(iso: paper.day)), order: Double(number), isContact: paper.contact, isFirst: paper.first,
        end: paper.end.flatMap { Day(iso: $0) }, belongs: paper.place == area)
    }
    let moves = CaseCourse(papers).moves(from: try #require(first), until: try #require(last))
    return Dictionary(moves.map { ($0.move, 1) }, uniquingKeysWith: +)
  }

  @Test func aStandInTakesOverAndGivesBackButNothingIsNew() throws {
    let papers = [
      ("2025-03-01", true, true, String?.none, 1), ("2025-08-08", true, false, nil, 2),
      ("2025-08-20", true, false, nil, 1),
    ]
    #expect(try course(papers, in: 1) == [.stock: 1, .given: 1, .taken: 1, .rest: 1])
    #expect(try course(papers, in: 2) == [.taken: 1, .given: 1])
  }

  @Test func openedEndedAndOpenedAgainInOneQuarterIsTwoOpeningsAndOneEnd() throws {
    let papers = [
      ("2025-07-02", true, true, String?.some("2025-07-20"), 1), ("2025-08-08", true, false, nil, 1),
    ]
    #expect(try course(papers, in: 1) == [.new: 1, .ended: 1, .reopened: 1, .rest: 1])
  }

  @Test func aCaseWhoseBeginningIsNotAtHandWasThereBefore() throws {
    let papers = [("2025-08-08", true, false, String?.some("2025-08-09"), 1)]
    #expect(try course(papers, in: 1) == [.stock: 1, .ended: 1])
    // Nobody came, and it was ended: there never was a case, unless it was there before.
    #expect(try course([("2025-08-08", false, true, "2025-08-09", 1)], in: 1) == [:])
    #expect(try course([("2025-08-08", false, false, "2025-08-09", 1)], in: 1) == [.stock: 1, .ended: 1])
  }

  @Test func twoPapersThatTellTheSameEndEndItOnce() throws {
    let papers = [
      ("2025-07-02", true, true, String?.some("2025-07-20"), 1), ("2025-07-20", true, false, "2025-07-20", 1),
    ]
    #expect(try course(papers, in: 1) == [.new: 1, .ended: 1])
  }

  @Test func whatIsThereAtTheEndFollowsFromWhatHappenedInEveryArea() throws {
    var random = Dice(state: 5)
    for _ in 0..<2_000 {
      let papers = (0..<Int.random(in: 1...6, using: &random)).map { number in
        let day =
          "2025-\(["05", "06", "07", "08", "09", "10"].randomElement(using: &random) ?? "07")-"
          + (["01", "15", "30"].randomElement(using: &random) ?? "01")
        let end = Bool.random(using: &random) ? nil : day
        return (
          day, Bool.random(using: &random), number == 0 && Bool.random(using: &random), end,
          Int.random(in: 1...3, using: &random)
        )
      }
      var whole: [CaseCourse.Move: Int] = [:]
      for area in 1...3 {
        let moves = try course(papers, in: area)
        let count = { (move: CaseCourse.Move) in moves[move] ?? 0 }
        #expect(
          count(.stock) + count(.new) + count(.reopened) + count(.taken) - count(.ended) - count(.given)
            == count(.rest), "\(papers)")
        whole.merge(moves, uniquingKeysWith: +)
      }
      // Together the areas see each opening and each end once.
      let town = try course(papers.map { ($0.0, $0.1, $0.2, $0.3, 1) }, in: 1)
      for move in [CaseCourse.Move.stock, .new, .reopened, .ended, .rest] {
        #expect(whole[move] ?? 0 == town[move] ?? 0, "\(move) \(papers)")
      }
      #expect(whole[.taken] ?? 0 == whole[.given] ?? 0)
    }
  }
}

/// Numbers by chance that are the same in each run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32 | state << 32
  }
}
