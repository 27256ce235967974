internal import Files
public import FormModel

/// What is written, known by the extension of its file: a document, or the values alone.
public enum PaperFormat: String, CaseIterable, Hashable, Sendable {
  /// A text as an ODF package that carries its record.
  case odt
  /// A text as one XML file, for looking and comparing; it carries no record.
  case fodt
  /// A spreadsheet that carries its record, with numbers and formulas.
  case ods
  /// A spreadsheet as one XML file; it carries no record.
  case fods
  /// For print and archive; made of a text by LibreOffice.
  case pdf
  /// Values as JSON.
  case json
  /// Values as XML.
  case xml

  /// The format of a file by its ending; nil for another one.
  public init?(path: String) {
    self.init(rawValue: FilePath.pathExtension(of: path))
  }

  /// The formats that are documents.
  public static let documents: [PaperFormat] = [.odt, .fodt, .ods, .fods, .pdf]
  /// The formats that are values alone.
  public static let records: [PaperFormat] = [.json, .xml]

  /// Whether it is values alone.
  public var isRecord: Bool { self == .json || self == .xml }

  /// Whether it is a package, which can be protected with a password.
  public var isPackage: Bool { self == .odt || self == .ods }

  /// Whether it is one XML file, which carries no record.
  public var isFlat: Bool { self == .fodt || self == .fods }

  /// Whether it is a spreadsheet, made of a template of its own and for finished papers alone.
  public var isSheet: Bool { self == .ods || self == .fods }

  /// The kind of file that is made: for a PDF the text that LibreOffice makes it of.
  public var kind: SourceKind {
    switch self {
    case .odt, .pdf: .odt
    case .fodt: .fodt
    case .ods: .ods
    case .fods: .fods
    case .json: .json
    case .xml: .xml
    }
  }

  /// Endings as messages name them: „.odt, .fodt oder .pdf“.
  public static func endings(_ formats: [PaperFormat]) -> String {
    let names = formats.map { "." + $0.rawValue }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " oder " + last
  }
}

extension PaperFormat {
  /// Whether a file of this format holds everything that a paper was given.
  ///
  /// A document carries what its page shows: not what is hidden there, and of several sheets each its own.
  public func holdsAll(of paper: EvaluatedRecord) -> Bool {
    isRecord || isPackage && paper.sheets == 1 && paper.shown == paper.record
  }
}

extension Record {
  /// The values as a file of a format: XML where that is asked for or the form is not known, otherwise JSON.
  public func bytes(as format: PaperFormat, _ library: FormLibrary) -> [UInt8] {
    guard format != .xml, let form = library.form(of: self) else { return xml() }
    return json(form: form)
  }
}
