/// One way by which bytes from outside come in.
///
/// Each runs the reader as the command does, and stops the process where a promise is broken that holds for every
/// input. What a reader throws is its answer and no mistake.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// A document: package or flat file.
  case package
  /// The content of a document that is otherwise sound.
  case content
  /// The content of a paper of ours that somebody filled in.
  case paper
  /// Any XML.
  case xml
  /// A template.
  case template
  /// A record as JSON.
  case recordJSON = "record-json"
  /// A record as XML.
  case recordXML = "record-xml"
  /// The declaration of a form, a code list or types.
  case form
  /// Text that is read by its labels.
  case labels

  /// Reads bytes.
  public func run(_ bytes: [UInt8]) {
    switch self {
    case .package: DocumentTarget.read(bytes)
    case .content: DocumentTarget.read(content: bytes)
    case .paper: PaperTarget.read(content: bytes)
    case .xml: XMLTarget.read(bytes)
    case .template: TemplateTarget.read(bytes)
    case .recordJSON, .recordXML: RecordTarget.read(bytes)
    case .form: FormTarget.read(bytes)
    case .labels: PaperTarget.read(text: bytes)
    }
  }
}

extension FuzzTarget {
  /// Reads something sound once, so that what is kept for the whole process is there.
  public func warmUp() {
    let sample: [UInt8] =
      switch self {
      case .package: Documents.fillable
      case .content, .paper: Package(Documents.fillable)["content.xml"]
      case .xml, .form: Repository.bytes("Forms/bochum/gespraechsnotiz.xml")
      case .template: Repository.bytes("Templates/bochum/gespraechsnotiz.fodt")
      case .recordJSON: Repository.bytes("Examples/gespraechsnotiz-erstkontakt.json")
      case .recordXML: Package(Documents.note)["Record/record.xml"]
      case .labels: Array((Documents.text(of: "gespraechsnotiz-erstkontakt.json") ?? "").utf8)
      }
    run(sample)
    run(Array(sample.prefix(sample.count / 2)))
  }
}

/// Stops the process where a promise is broken, so that the fuzzer keeps the input.
func promise(_ condition: Bool, _ message: String) {
  if !condition { fatalError(message) }
}
