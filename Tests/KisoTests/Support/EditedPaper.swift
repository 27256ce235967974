import Files
import OpenDocument
@testable import Paperwork

/// A document of ours that a test changes as an editor would, in its XML.
struct EditedPaper {
  var package: Package

  /// A paper to be filled in: an empty one of a form, or one that was begun.
  static func fillable(_ form: String) throws -> EditedPaper {
    try EditedPaper(package: Package(Kiso.runOnDay(["render", "--fillable", "--blank", form]).bytes))
  }

  static func fillable(example: String) throws -> EditedPaper {
    let path = Repository.path("Examples/\(example)")
    return try EditedPaper(package: Package(Kiso.runOnDay(["render", "--fillable", path]).bytes))
  }

  /// A finished paper.
  static func final(_ example: String) throws -> EditedPaper {
    try EditedPaper(package: Package(Kiso.runOnDay(["render", Repository.path("Examples/\(example)")]).bytes))
  }

  /// What is not in the document cannot be changed.
  struct NotThere: Error { let text: String }

  /// The paper with a piece of its content replaced where it first occurs.
  func replacing(_ old: String, with new: String) throws -> EditedPaper {
    let text = package.text("content.xml")
    guard let range = text.range(of: old) else { throw NotThere(text: old) }
    var copy = self
    copy.package["content.xml"] = Array(text.replacingCharacters(in: range, with: new).utf8)
    return copy
  }

  /// The whole element of a carrier.
  func element(_ name: String) throws -> String {
    let text = package.text("content.xml")
    let starts = [
      "<text:text-input text:description=\"\(name) ", "<text:section text:name=\"\(name)\"",
      "<text:drop-down text:name=\"\(name)\"",
    ]
    for start in starts {
      guard let from = text.range(of: start)?.lowerBound else { continue }
      let tag = text[text.index(after: from)...].prefix { $0 != " " }
      guard let end = text[from...].firstRange(of: "</\(tag)>") else { continue }
      return String(text[from..<end.upperBound])
    }
    throw NotThere(text: name)
  }

  /// The paper with other content, as XML, in an input field or section.
  func filling(_ name: String, _ content: String) throws -> EditedPaper {
    let element = try self.element(name)
    guard let open = element.firstIndex(of: ">"), let close = element.lastIndex(of: "<") else {
      throw NotThere(text: name)
    }
    return try replacing(element, with: element[...open] + content + element[close...])
  }

  /// The paper with a box ticked, or not.
  func ticking(_ name: String, _ isTicked: Bool) throws -> EditedPaper {
    let text = package.text("content.xml")
    guard let start = text.range(of: "<form:checkbox form:name=\"\(name)\"")?.lowerBound,
      let end = text[start...].firstRange(of: "/>")
    else { throw NotThere(text: name) }
    let old = String(text[start..<end.upperBound])
    let plain = old.replacing(" form:current-state=\"checked\"", with: "")
    return try replacing(
      old, with: isTicked ? plain.replacing("/>", with: " form:current-state=\"checked\"/>") : plain)
  }

  /// What is read from it.
  func read() throws -> ReadPaper {
    try PaperReader(catalogue: Catalogue(home: Repository.root), day: Repository.day).read(package.bytes()).paper
  }
}

extension ReadPaper {
  /// What became of a field.
  func reading(_ path: String) -> FieldReading? { readings.first { $0.path == path } }

  /// The ids of everything found, each once.
  ///
  /// What a document could do or hides is another matter.
  var ids: Set<String> { Set((findings + misfits).map(\.id).filter { !$0.hasPrefix("ODF-") }) }
}

extension String {
  /// Where a text occurs first.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }

  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
