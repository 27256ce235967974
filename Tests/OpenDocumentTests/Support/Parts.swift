import OpenDocument
import ZipArchive

/// Parts of a document as text.
struct Parts {
  var flat = ""
  var files: [String: String] = [:]
  var names: [String] = []

  init(_ bytes: [UInt8]) throws {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      flat = String(decoding: bytes, as: UTF8.self)
      return
    }
    let reader = try ZipReader(bytes)
    names = reader.entries.map(\.name)
    for name in names { files[name] = String(decoding: try reader.contents(of: name), as: UTF8.self) }
  }

  var content: String { files["content.xml"] ?? flat }
  var styles: String { files["styles.xml"] ?? flat }
  var manifest: String { files["META-INF/manifest.xml"] ?? "" }
}

func parts(
  _ sample: Sample, _ xml: String = family, variant: TemplateVariant = .final, form: OutputForm = .package,
  metadata: DocumentMetadata = DocumentMetadata(), attachments: [OpenDocument.Attachment] = []
) throws -> Parts {
  let template = try Template(parsing: sample.bytes, name: "t", variant: variant, form: form)
  return try Parts(template.render(try data(xml), metadata: metadata, attachments: attachments))
}

/// The values of an attribute in the order of the text.
func values(_ attribute: String, in text: String) -> [String] {
  text.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
}

func style(_ name: String, _ family: String, _ inside: String = "", more: String = "") -> String {
  "<style:style style:name=\"\(name)\" style:family=\"\(family)\"\(more)>\(inside)</style:style>"
}
