import Testing

@testable import Spelling

struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1),
    ("ca", "abc", 3), ("kitten", "sitting", 3), ("größe", "groesse", 4),
  ])
  func editsAreCounted(one: String, two: String, distance: Int) {
    #expect(Suggestion.distance(Array(one), Array(two)) == distance)
    #expect(Suggestion.distance(Array(two), Array(one)) == distance)
  }

  @Test(arguments: [
    ("gesprächsnotiz", "gespraechsnotiz"), ("GESPRAECHSNOTIZ", "gespraechsnotiz"), ("fil", "fill"),
    ("fomrs", "forms"), ("x", nil), ("", nil), ("render", nil),
  ])
  func theNearestIsFoundOrNone(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["forms", "fill", "gespraechsnotiz"]) == expected)
  }

  @Test func shortIdsAreNearOnlyWhereOneEditIsAllowed() {
    #expect(Suggestion.nearest(to: "D9", among: ["D1"]) == nil)
    #expect(Suggestion.nearest(to: "D9", among: ["D1"], leastEdits: 1) == "D1")
    #expect(Suggestion.nearest(to: "X9", among: ["D1"], leastEdits: 1) == nil)
  }

  @Test func amongEquallyNearTheFirstWins() {
    #expect(Suggestion.nearest(to: "abx", among: ["aby", "abz"]) == "aby")
    #expect(Suggestion.nearest(to: "abz", among: ["aby", "abz"]) == "abz")
    #expect(Suggestion.nearest(to: "abz", among: [String]()) == nil)
  }
}
