import FormModel
import Testing

@testable import Conversation

/// What somebody means by what is typed for a choice.
struct ChoiceTests {
  private func choices(_ list: String) throws -> Choices {
    Choices(try #require(Repository.library?.lists[list]))
  }

  @Test(arguments: [
    ("kontaktart", "kita", "kita"), ("kontaktart", "4", "kita"), ("kontaktart", "Gespräch in der Kita", "kita"),
    ("kontaktart", "sprech", "sprechstunde"), ("kontaktart", "haushalt", "hausbesuch"), ("kontaktart", "BÜRO", "buero"),
    ("stadtbezirk", "2", "2"), ("stadtbezirk", "wattensch", "2"), ("stadtbezirk", "Süd", "5"),
    ("stadtbezirk", "südwest", "6"), ("stadtbezirk", "ausser", "ausserhalb"), ("stadtbezirk", "8", "unbekannt"),
    ("ortsteil", "25", "25"), ("ortsteil", "günn", "24"), ("ortsteil", "Voede", "39"),
    ("thema", "but", "but"), ("thema", "räumung", "wohnen"), ("rsd_ergebnis", "abbruch", "kontaktabbruch"),
    ("geschlecht", "m", "m"), ("beziehung", "Mutter", "mutter"),
  ])
  func anIdANumberOrABeginningIsEnough(_ list: String, _ typed: String, _ id: String) throws {
    guard case .one(let option) = try choices(list).match(typed) else {
      Issue.record("\(typed): \(try choices(list).match(typed))")
      return
    }
    #expect(option.id == id)
  }

  @Test func whatCanBeSeveralIsNotGuessed() throws {
    guard case .several(let options) = try choices("kontaktart").match("gespräch") else {
      Issue.record("one or none")
      return
    }
    #expect(options.map(\.id) == ["buero", "kita", "hausbesuch", "fachgespraech"])
    #expect(try choices("kontaktart").match("") == .none(nearest: nil))
    guard case .none(let nearest) = try choices("beziehung").match("Muter") else {
      Issue.record("no mistake noticed")
      return
    }
    #expect(nearest?.id == "mutter")
  }

  @Test(arguments: ["kontaktart", "stadtbezirk", "ortsteil", "thema", "vermittlungsziel", "sprache"])
  func everyCodeIsFoundByItsIdItsLabelAndItsNumber(_ list: String) throws {
    let choices = try choices(list)
    for option in choices.options {
      for typed in [option.id, option.label] + (option.key.isEmpty ? [] : [option.key]) {
        #expect(choices.match(typed) == .one(option), "\(typed)")
      }
    }
    let keys = choices.options.map(\.key).filter { !$0.isEmpty }
    #expect(Set(keys).count == keys.count)
  }

  @Test func aListGetsShorterAsOneTypes() throws {
    let choices = try choices("ortsteil")
    #expect(choices.filtered(by: "").count == choices.options.count)
    #expect(choices.filtered(by: "w").first?.label.first == "W")
    #expect(choices.filtered(by: "weit").map(\.id) == ["63", "64"])
    #expect(choices.filtered(by: "mark").map(\.id) == ["64"])
    #expect(choices.filtered(by: "1").allSatisfy { $0.id.hasPrefix("1") })
    #expect(choices.filtered(by: "xyz").isEmpty)
  }
}
