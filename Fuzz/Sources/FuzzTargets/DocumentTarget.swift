import OpenDocument
import XMLTree
import ZipArchive

/// Documents of any origin.
enum DocumentTarget {
  static func read(_ bytes: [UInt8]) {
    do {
      let file = try OpenDocumentFile(reading: bytes, accepting: Set(DocumentType.allCases))
      _ = try file.metadata
      _ = try file.settings
      _ = try file.fingerprintAsIssued
      _ = try file.inspect()
      let text = try file.plainText()
      promise(!text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) && $0.value != 0x7F }, "control")
      promise(try DocumentText(of: file).fingerprint == DocumentText(of: file).fingerprint, "fingerprint")
      _ = try PageText(of: file, keepsLines: true) { !$0.isEmpty }
      let page = try PageText(of: file) { !$0.isEmpty }.xml()
      promise(PageText(xml: page)?.xml() == page, "a page reads back as it was kept")
      for member in file.members { _ = try? file.member(member) }
    } catch {
      return
    }
  }

  static func read(content: [UInt8]) {
    read(sound.with("content.xml", content))
  }

  /// A document that is sound but for what is put into it.
  private static let sound = Package(Documents.note)
}

/// A package taken apart.
public struct Package: Sendable {
  /// Names and contents in order.
  public private(set) var members: [(name: String, bytes: [UInt8])] = []

  /// Takes a sound package apart.
  public init(_ document: [UInt8]) {
    guard let reader = try? ZipReader(document) else { fatalError("no package") }
    for entry in reader.entries {
      guard let bytes = try? reader.contents(of: entry.name) else { fatalError("no member") }
      members.append((entry.name, bytes))
    }
  }

  /// The package with another member, stored.
  public func with(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    var writer = ZipWriter()
    for member in members {
      guard (try? writer.addStored(member.name, member.name == name ? bytes : member.bytes)) != nil else {
        fatalError("no package")
      }
    }
    return writer.finish()
  }

  /// The bytes of a member; empty when there is none.
  public subscript(_ name: String) -> [UInt8] { members.first { $0.name == name }?.bytes ?? [] }
}
