import FormModel
import Testing

/// What a statistics declares about periods, areas and figures is held against its own fields.
@Suite struct StatisticsLintTests {
  private static let broken: [(old: String, new: String, code: String, says: String)] = [
    ("whole=\"ebene=gesamtstadt\"", "whole=\"ebene=nirgends\"", "FORM-QUARTAL", "›ebene=nirgends‹"),
    ("whole=\"ebene=gesamtstadt\"", "whole=\"ebene\"", "FORM-QUARTAL", "›ebene‹"),
    ("whole=\"ebene=gesamtstadt\"", "whole=\"stufe=gesamtstadt\"", "FORM-QUARTAL", "›stufe=gesamtstadt‹"),
    ("count=\"set('aufnahmen')\"", "calculate=\"count(set('aufnahmen'))\"", "FORM-ZAEHLEN", "›a2_neu‹"),
  ]

  @Test(arguments: broken)
  func `A mistake in it is told`(_ broken: (old: String, new: String, code: String, says: String)) throws {
    let sound = try Repository.declarations()
    let files = sound.map {
      $0.name == "bochum/statistik-teil2.xml" ? $0.replacing(broken.old, with: broken.new) : $0
    }
    #expect(files != sound, "\(broken.old)")
    let mistakes = FormLint.mistakes(in: files, schema: try Repository.schema())
    #expect(mistakes.contains { $0.code == broken.code && $0.message.contains(broken.says) }, "\(mistakes)")
  }
}
