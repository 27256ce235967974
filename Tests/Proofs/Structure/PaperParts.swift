import XMLTree
package import ZipArchive

/// A document under test taken apart without the code that made it: a package, or one flat file.
package struct PaperParts {
  /// A content or styles part with what it may refer to.
  package struct Part {
    package let name: String
    package let root: Element
  }

  /// The file as it is.
  package let bytes: [UInt8]
  /// The members of the package in their order; empty for a flat file.
  package let entries: [ZipEntry]
  /// The content of each member.
  package let members: [String: [UInt8]]
  /// Every member that is XML, as a tree; a flat file is the only one and has an empty name.
  package let trees: [String: Element]
  /// What could not be taken apart.
  package let problems: [String]

  /// Takes apart whatever can be taken apart.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var problems: [String] = []
    var members: [String: [UInt8]] = [:]
    var entries: [ZipEntry] = []
    if bytes.starts(with: "<?xml".utf8) {
      members[""] = bytes
    } else {
      do {
        let reader = try ZipReader(bytes)
        entries = reader.entries
        for entry in entries { members[entry.name] = try reader.contents(of: entry.name) }
      } catch { problems.append("the archive: \(error)") }
    }
    var trees: [String: Element] = [:]
    for (name, content) in members where name.isEmpty || name.hasSuffix(".xml") {
      do { trees[name] = Element(try XMLDocument(parsing: content).root) } catch {
        problems.append("\(name): \(error)")
      }
    }
    (self.entries, self.members, self.trees, self.problems) = (entries, members, trees, problems)
  }

  /// Whether it is one XML file.
  package var isFlat: Bool { members[""] != nil }

  /// What the document says it is, such as `application/vnd.oasis.opendocument.text`.
  package var type: String {
    isFlat ? trees[""]?["office:mimetype"] ?? "" : String(decoding: members["mimetype"] ?? [], as: UTF8.self)
  }

  /// Whether it is a spreadsheet.
  package var isSheet: Bool { type.hasSuffix("spreadsheet") }

  /// The content of the document itself.
  package var content: Element? { trees[isFlat ? "" : "content.xml"] }
  /// Its styles.
  package var styles: Element? { trees[isFlat ? "" : "styles.xml"] }
  /// Its metadata.
  package var metadata: Element? { trees[isFlat ? "" : "meta.xml"]?.first("office:meta") }

  /// The body; nil when there is none.
  package var body: Element? { content?.first("office:body")?.elements.first }

  /// The parts of the document and of the objects in it that hold content or styles, content first.
  package var parts: [Part] {
    let files = trees.filter { $0.key.isEmpty || $0.key.hasSuffix("content.xml") || $0.key.hasSuffix("styles.xml") }
    return files.sorted { $0.key < $1.key }.flatMap { name, root in
      [Part(name: name, root: root)]
        + root.documents.enumerated().map { Part(name: "\(name) document \($0.offset + 1)", root: $0.element) }
    }
  }

  /// The folder of a part, with its slash; empty for the document itself.
  static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }
}
