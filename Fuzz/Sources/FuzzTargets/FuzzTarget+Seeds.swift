import FormModel
import Paperwork

extension FuzzTarget {
  /// Sound inputs to begin with, made of the project's own forms, templates and examples.
  public var seeds: [(name: String, bytes: [UInt8])] {
    switch self {
    case .package:
      Documents.examples.flatMap { name in
        [
          Documents.document(of: name).map { (name + ".odt", $0) },
          Documents.document(of: name, format: .fodt).map { (name + ".fodt", $0) },
        ].compactMap { $0 }
      } + [("fillable.odt", Documents.fillable)]
    case .content:
      Documents.examples.compactMap { name in
        Documents.document(of: name).map { (name + ".xml", Package($0)["content.xml"]) }
      }
    case .paper: [("fillable.xml", Package(Documents.fillable)["content.xml"])]
    case .xml:
      FuzzTarget.template.seeds.prefix(3) + FuzzTarget.form.seeds.prefix(8)
        + Package(Documents.note).members.filter { $0.name.hasSuffix(".xml") }.map {
          ($0.name.split(separator: "/").joined(separator: "-"), $0.bytes)
        }
    case .template: files(in: "Templates/bochum")
    case .recordJSON:
      Documents.examples.filter { $0.hasSuffix(".json") }.map { ($0, Repository.bytes("Examples/\($0)")) }
    case .recordXML:
      Documents.examples.compactMap { name in
        Documents.document(of: name).map { (name + ".xml", Package($0)["Record/record.xml"]) }
      }
    case .form: files(in: "Forms/bochum") + files(in: "Forms/bochum/lists").prefix(6)
    case .labels:
      Documents.examples.compactMap { name in Documents.text(of: name).map { (name + ".txt", Array($0.utf8)) } }
    }
  }

  private func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
    Repository.files(in: folder).filter { $0.contains(".") }.map { ($0, Repository.bytes("\(folder)/\($0)")) }
  }
}
