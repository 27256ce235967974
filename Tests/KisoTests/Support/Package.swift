import Files
import OpenDocument
import XMLTree
import ZipArchive

/// A package taken apart, so that tests can look at it and put it together with a change.
struct Package {
  /// Names and contents, in order.
  var members: [(name: String, bytes: [UInt8])]

  init(members: [(name: String, bytes: [UInt8])]) { self.members = members }

  init(_ document: [UInt8]) throws {
    let reader = try ZipReader(document)
    members = try reader.entries.map { ($0.name, try reader.contents(of: $0.name)) }
  }

  /// The bytes of a member; empty when there is none.
  subscript(_ name: String) -> [UInt8] {
    get { members.first { $0.name == name }?.bytes ?? [] }
    set {
      if let place = members.firstIndex(where: { $0.name == name }) {
        members[place].bytes = newValue
      } else {
        members.append((name, newValue))
      }
    }
  }

  /// A member as text.
  func text(_ name: String) -> String { String(decoding: self[name], as: UTF8.self) }

  /// The package with a member changed as text.
  func changing(_ name: String, _ change: (String) -> String) -> Package {
    var copy = self
    copy[name] = Array(change(text(name)).utf8)
    return copy
  }

  /// The package without a member.
  func without(_ name: String) -> Package {
    var copy = self
    copy.members.removeAll { $0.name == name }
    return copy
  }

  /// The package as bytes, `mimetype` and the named members stored, the rest deflated.
  func bytes(storing stored: Set<String> = []) throws -> [UInt8] {
    var writer = ZipWriter()
    let deflater = Deflater()
    for (name, bytes) in members {
      try writer.add(
        name == "mimetype" || stored.contains(name)
          ? PackedEntry(storing: bytes, name: name) : deflater.pack(name, bytes))
    }
    return writer.finish()
  }
}

/// The text of a document as a person sees it, head and foot of the page first; a no-break space is a blank to them.
func visibleText(_ document: [UInt8]) throws -> String {
  try storedText(document).replacing("\u{A0}", with: " ")
}

/// The same with all characters as they are stored.
func storedText(_ document: [UInt8]) throws -> String {
  let file = try OpenDocumentFile(reading: document)
  var text = ""
  if let styles = try file.styles { text += DocumentText(headersAndFootersOf: styles).string + "\n----\n" }
  return text
    + (try DocumentText(of: file, options: .init(cellSeparator: " ¶ ", includesControls: true)).string) + "\n"
}

/// The name of a file without its ending.
func stem(_ name: String) -> String { FilePath.stem(of: name) }
