import FormModel
import Glibc
import OpenDocument
import Paperwork
import XMLTree

/// What stands on the page, and what must not.
extension RecordProof {
  /// Each box that the page keeps a name for is ticked where the record has its answer.
  func ticks(_ sheet: MadeSheet, _ parts: PaperParts) -> [Failure] {
    guard let page = parts.members["Record/page.xml"].flatMap({ PageText(xml: $0) }) else {
      return [Failure(claim: .ticks, detail: "the document keeps no page")]
    }
    return page.items.compactMap { _, item in
      guard let name = CarrierName(item.carrier.name), let answer = name.answer else { return nil }
      let values = sheet.shown.shown.contents(at: name.path)
      let isGiven = values.contains(.value(answer)) || answer == "unbekannt" && values.contains(.status(.unknown))
      let isTicked = item.carrier.text == Carrier.ticked
      return isGiven == isTicked ? nil : Failure(claim: .ticks, detail: "\(name.path) \(answer): \(item.carrier.text)")
    }
  }

  /// Every value that the page prints stands in its text as it is displayed.
  mutating func text(_ sheet: MadeSheet, _ bytes: [UInt8], _ parts: PaperParts) -> [Failure] {
    guard let text = try? PlainText(of: bytes).text,
      let page = parts.members["Record/page.xml"].flatMap({ PageText(xml: $0) })
    else { return [Failure(claim: .text, detail: "the document has no text")] }
    let all = Self.folded(text)
    var printed: [String: [String]] = [:]
    for (_, item) in page.items {
      if let name = CarrierName(item.carrier.name), name.answer == nil {
        printed[name.path, default: []].append(item.carrier.text)
      }
    }
    var failures: [Failure] = []
    sheet.shown.root.visit { node in
      guard node.isElement, case .field(let field)? = sheet.shown.definition(of: node),
        let path = sheet.shown.path(of: node),
        !node.text.isEmpty || sheet.shown.status(of: node) != nil
      else { return }
      let display = sheet.shown.display(node)
      let isThere = display.split(separator: "\n").allSatisfy { all.contains(Self.folded(String($0))) }
      if let own = printed[path], !(own + [own.joined()]).contains(where: { Self.folded($0) == Self.folded(display) }) {
        failures.append(Failure(claim: .text, detail: "\(path): ›\(own)‹ for ›\(display)‹"))
      }
      guard !isThere else { return }
      if printed[path] != nil { failures.append(Failure(claim: .text, detail: "\(path): ›\(display)‹ is not there")) }
      unprinted[path.replacing(/\[[0-9]+\]/, with: "") + " " + field.type.rawValue, default: 0] += 1
    }
    return failures
  }

  /// Without white space, which readers of a page may set as they need.
  private static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// Nothing that this sheet hides stands anywhere in its file.
  func hidden(_ sheet: MadeSheet, of paper: EvaluatedRecord, _ parts: PaperParts) -> [Failure] {
    var shown = Set(sheet.shown.shown.leaves.map(\.value))
    // A line that shows a whole group holds the values of several fields.
    sheet.shown.root.visit { node in
      if node.isElement, case .group? = sheet.shown.definition(of: node) { shown.insert(sheet.shown.display(node)) }
    }
    let secrets = paper.record.leaves.filter { leaf in
      leaf.value.count >= 5 && !shown.contains { $0.contains(leaf.value) } && isFree(leaf.path)
    }
    guard !secrets.isEmpty else { return [] }
    let texts = parts.members.sorted { $0.key < $1.key }
    return secrets.flatMap { secret in
      var needle: [UInt8] = []
      XMLEscape.append(text: secret.value, to: &needle)
      return texts.filter { $0.value.holds(needle) }.map {
        Failure(claim: .hidden, detail: "\(secret.path): ›\(secret.value)‹ stands in \($0.key)")
      }
    }
  }

  /// Whether a field holds words of its own, which stand nowhere by chance.
  private func isFree(_ path: String) -> Bool {
    guard case .field(let field)? = RecordPlace(path).item(in: form) else { return false }
    return town.library.codes(of: field) == nil
  }
}

extension [UInt8] {
  /// Whether other bytes stand in these.
  func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= count else { return false }
    return withUnsafeBytes { own in
      needle.withUnsafeBytes { wanted in
        guard let start = own.baseAddress, let pattern = wanted.baseAddress else { return false }
        var offset = 0
        while offset <= own.count - wanted.count,
          let found = memchr(start + offset, Int32(first), own.count - wanted.count - offset + 1)
        {
          if memcmp(found, pattern, wanted.count) == 0 { return true }
          offset = UnsafeRawPointer(found) - start + 1
        }
        return false
      }
    }
  }
}
