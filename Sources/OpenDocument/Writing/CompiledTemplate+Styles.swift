internal import XMLTree
internal import ZipArchive

extension Program {
  /// The resources that are used, and those that these use in turn.
  func closure(of used: [Int]) -> [Bool] {
    var result = Array(repeating: false, count: resources.count)
    var open = used
    while let next = open.popLast() {
      guard !result[next] else { continue }
      result[next] = true
      open += resources[next].uses
    }
    return result
  }

  /// Appends the automatic styles that are used, and others.
  func append(styles used: [Bool], also others: [UInt8] = [], to output: inout [UInt8]) {
    output += "<office:automatic-styles>".utf8
    for (number, resource) in resources.enumerated() where used[number] { output += resource.bytes }
    output += others
    output += "</office:automatic-styles>".utf8
  }
}

extension CompiledTemplate {
  /// What the margins and the common styles use, where the margins do not depend on data.
  var masterUses: [Bool] { program.closure(of: masterStyles.uses + commonStyles.uses) }

  /// Packs the styles of a package once, if nothing in them depends on data.
  mutating func packStyles(_ deflater: Deflater) {
    guard form == .package, let masters = masterStyles.staticBytes else { return }
    styles = packedStyles(masters, masterUses, deflater)
  }

  /// The styles of a package with the margins of its pages.
  func packedStyles(_ masters: [UInt8], _ used: [Bool], _ deflater: Deflater) -> PackedEntry {
    var part = rootTag("document-styles")
    part += fonts
    part += commonStyles.staticBytes ?? []
    program.append(styles: used, to: &part)
    part += masters
    part += "</office:document-styles>".utf8
    if variant.isFillable { Self.protectMargins(&part) }
    return deflater.pack("styles.xml", part)
  }

  /// Protects headers and footers.
  private static func protectMargins(_ styles: inout [UInt8]) {
    guard let document = try? XMLDocument(parsing: styles) else { return }
    var protection = PageProtection([])
    protection.protectMargins(of: document)
    styles = document.serialised()
  }
}
