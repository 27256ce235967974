internal import FormModel
internal import XMLTree

/// By what one recognises a town in a text, as its profile says.
///
/// `<word>` is a name of the town (`of="land"`: of its Land; `of="others"`: of somebody else, and may stand in its papers).
/// Entries with figures or an address of mail that others do not inherit are names as well: telephone numbers, postcodes.
struct TownNames {
  /// The id of the town.
  let town: String
  /// The Land whose laws hold; nil where the profile does not say.
  let land: String?
  /// Names of the town itself.
  private(set) var names: Set<String> = []
  /// Names of its Land, its laws and offices.
  private(set) var namesOfLand: Set<String> = []
  /// What its papers may say although it is a name of another town.
  private(set) var allowed: Set<String> = []
  /// The entries by what they say, for the remedy.
  private(set) var entries: [String: String] = [:]
  /// What the entries with figures and addresses of mail say that others do not inherit.
  private var own: Set<String> = []
  /// What all such entries say.
  private var telling: Set<String> = []
  /// Whether it is another folder of the office that it extends.
  let isSameOffice: Bool
  /// The town that it extends; nil for none.
  let base: String?

  init(town: String, profile: XMLNode) {
    self.town = town
    land = profile.attribute("land")
    base = profile.attribute("extends")
    isSameOffice = profile.attribute("same-office") == "true"
    for node in profile.elements("word") where !node.text.isEmpty {
      switch node.attribute("of") {
      case "land": namesOfLand.insert(node.text)
      case "others": allowed.insert(node.text)
      default: names.insert(node.text)
      }
    }
    for node in profile.elements("entry") {
      let value = node.text
      guard let word = Self.telling(value) else { continue }
      telling.insert(word)
      entries[word] = entries[word] ?? node.attribute("id")
      switch node.attribute("inherit") {
      case "always": break
      case "land": namesOfLand.insert(word)
      default: own.insert(word)
      }
    }
    for node in profile.elements("entry") where entries[node.text] == nil { entries[node.text] = node.attribute("id") }
  }

  /// What nobody else says by chance: of an address of mail its domain, else a telephone number or what has a postcode.
  private static func telling(_ value: String) -> String? {
    if !value.contains(where: \.isWhitespace), let domain = value.split(separator: "@").dropFirst().last {
      return String(domain)
    }
    let figures = value.filter { ("0"..."9").contains($0) }.count
    let isNumber = figures >= 3 && value.hasPrefix("0") && value.allSatisfy { $0.isNumber || " -/()".contains($0) }
    let hasPostcode = value.split { !$0.isNumber }.contains { $0.count == 5 }
    return isNumber || hasPostcode ? value : nil
  }

  /// What of this town must not stand in papers of another one, which extends it or stands beside it.
  func foreign(to other: TownNames, extends: Bool) -> Set<String> {
    let isSameLand = land != nil && land == other.land
    let mine = names.union(own).union(isSameLand ? [] : namesOfLand)
    // Who began with a copy of this town's profile has its entries left over; of others nobody can tell whose they are.
    let theirs = extends ? other.names : other.names.union(other.telling)
    return mine.subtracting(theirs).subtracting(other.namesOfLand).subtracting(other.allowed)
  }
}
