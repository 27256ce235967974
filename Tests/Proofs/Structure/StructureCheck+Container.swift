/// The container: the archive, its members and their list.
extension StructureCheck {
  static func archive(_ paper: PaperParts) -> [String] {
    guard !paper.isFlat else { return paper.problems }
    var found = paper.problems
    var offset = 0
    for entry in paper.entries {
      // The local header as APPNOTE 4.3.7 has it: 30 bytes, then name, extra field and data.
      let header = Array(paper.bytes.dropFirst(offset).prefix(30))
      func number(_ place: Int) -> Int { header.count < 30 ? -1 : Int(header[place]) | Int(header[place + 1]) << 8 }
      guard header.starts(with: [0x50, 0x4B, 3, 4]) else { return found + ["no header where \(entry.name) begins"] }
      if number(6) & ~0x800 != 0 { found.append("\(entry.name): flags \(number(6))") }
      if number(10) != 0 || number(12) != 0x21 { found.append("\(entry.name): tells when it was made") }
      if number(28) != 0 { found.append("\(entry.name): extra field") }
      offset += 30 + number(26) + number(28) + entry.packedSize
    }
    let end = Array(paper.bytes.dropFirst(offset).prefix(4))
    return end == [0x50, 0x4B, 1, 2] ? found : found + ["something stands between the last member and the directory"]
  }

  static func mimetype(_ paper: PaperParts) -> [String] {
    let types = ["text", "spreadsheet"].map { "application/vnd.oasis.opendocument.\($0)" }
    guard types.contains(paper.type) else { return ["the type is ›\(paper.type)‹"] }
    guard !paper.isFlat else { return [] }
    let first = paper.entries.first
    guard first?.name == "mimetype", first?.method == .stored else { return ["it is not first, or not stored"] }
    return paper.bytes.dropFirst(38).starts(with: paper.type.utf8) ? [] : ["the type is not at byte 38"]
  }

  static func members(_ paper: PaperParts) -> [String] {
    guard !paper.isFlat else { return [] }
    let names = paper.entries.map(\.name)
    var found: [String] = []
    for name in ["content.xml", "styles.xml", "meta.xml"] where !names.contains(name) { found.append("no \(name)") }
    let order: [Regex<Substring>] = [
      /mimetype/, /content\.xml/, /styles\.xml/, /meta\.xml/, /Pictures\/[^\/]+/,
      /Object [0-9]+\/(?:content|styles)\.xml/,
      /Record\/record\.xml/, /Record\/page\.xml/, /META-INF\/manifest\.xml/,
    ]
    var last = 0
    for name in names {
      guard let place = order.firstIndex(where: { name.wholeMatch(of: $0) != nil }) else {
        found.append("\(name) is no part of a paper")
        continue
      }
      // Pictures and objects may stand in any order among themselves.
      if place < last, !(4...5).contains(place) { found.append("\(name) stands too late") }
      last = max(last, place)
    }
    for (name, bytes) in paper.members where bytes.isEmpty { found.append("\(name) is empty") }
    return found
  }

  static func manifest(_ paper: PaperParts) -> [String] {
    guard !paper.isFlat else { return [] }
    guard let root = paper.trees["META-INF/manifest.xml"], root.name == "manifest:manifest" else {
      return ["there is none"]
    }
    var found = root["manifest:version"] == "1.3" ? [] : ["version \(root["manifest:version"] ?? "none")"]
    var listed: [String: String] = [:]
    for entry in root.elements {
      let path = entry["manifest:full-path"] ?? ""
      if listed.updateValue(entry["manifest:media-type"] ?? "", forKey: path) != nil { found.append("\(path) twice") }
      if !entry.elements.isEmpty { found.append("\(path) is encrypted") }
    }
    if listed["/"] != paper.type { found.append("the document is listed as ›\(listed["/"] ?? "")‹") }
    let files = paper.members.keys.filter { $0 != "mimetype" && !$0.hasPrefix("META-INF/") }
    for file in files.sorted() where listed[file] == nil { found.append("\(file) is not listed") }
    for (path, type) in listed.sorted(by: { $0.key < $1.key }) where path != "/" {
      if path.hasSuffix("/") {
        if !files.contains(where: { $0.hasPrefix(path) }) { found.append("\(path) is not there") }
      } else if let bytes = paper.members[path] {
        let isPart = ["content.xml", "styles.xml", "meta.xml"].contains { path == $0 || path.hasSuffix("/" + $0) }
        let real = isPart ? "text/xml" : mediaType(of: bytes)
        if real != type { found.append("\(path) is listed as ›\(type)‹") }
      } else {
        found.append("\(path) is not there")
      }
    }
    return found
  }

  /// The type of a file by its first bytes.
  private static func mediaType(of bytes: [UInt8]) -> String {
    let start = String(decoding: bytes.prefix(600), as: UTF8.self)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if start.contains("<svg") { return "image/svg+xml" }
    return start.hasPrefix("<?xml") ? "application/xml" : "unknown"
  }

  static func parts(_ paper: PaperParts) -> [String] {
    var found: [String] = []
    let roots = [
      "content.xml": "office:document-content", "styles.xml": "office:document-styles",
      "meta.xml": "office:document-meta",
    ]
    for (name, tree) in paper.trees.sorted(by: { $0.key < $1.key }) {
      let last = name.split(separator: "/").last.map(String.init) ?? ""
      guard let root = name.isEmpty ? "office:document" : roots[last] else { continue }
      if tree.name != root { found.append("\(name) begins with \(tree.name)") }
      if tree["office:version"] != "1.3" { found.append("\(name): version \(tree["office:version"] ?? "none")") }
    }
    let bodies = paper.content?.first("office:body")?.elements.map(\.name) ?? []
    if bodies != [paper.isSheet ? "office:spreadsheet" : "office:text"] { found.append("bodies: \(bodies)") }
    return found
  }
}
