import FormModel
import Testing

/// Figures for the public: as near as their step allows, and as wide as a reader must take them.
@Suite struct RoundingTests {
  @Test(arguments: [2, 3, 5, 10])
  func `A figure becomes the nearest multiple, and is among the values that a reader must expect`(_ step: Int) throws {
    var publication = try #require(Repository.form("statistik-teil2", in: Repository.library()).publication)
    publication.step = step
    for value in 0...200 {
      let told = publication.rounded(value)
      #expect(told % step == 0 && abs(told - value) * 2 <= step, "\(value) became \(told)")
      #expect(publication.values(roundedTo: told).contains(value), "\(value) became \(told)")
      #expect(publication.values(roundedTo: told).allSatisfy { publication.rounded($0) == told }, "\(told)")
    }
  }

  @Test func `Bochum rounds to fives, and the half of an even step goes up`() throws {
    var publication = try #require(Repository.form("statistik-teil2", in: Repository.library()).publication)
    #expect((0...10).map(publication.rounded) == [0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10])
    publication.step = 2
    #expect((0...4).map(publication.rounded) == [0, 2, 2, 4, 4])
  }
}
