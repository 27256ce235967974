// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots
internal import ZipArchive

extension Template {
  /// The template as bytes that can be kept and read again much faster than the document it was made from.
  ///
  /// The bytes belong to one build of the program; `init(snapshot:)` refuses those of another version.
  public func snapshot() -> [UInt8]? { snapshot(version: Self.snapshotVersion) }

  /// Reads what `snapshot()` gave; nil when it is damaged or of another version.
  public init?(snapshot bytes: [UInt8]) { self.init(snapshot: bytes, version: Self.snapshotVersion) }

  private static let snapshotVersion = "kiso-template-5"
}

extension Template: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(name: reader.next(), variant: reader.next(), compiled: reader.next(), warnings: reader.next())
  }

  /// Form and marks are those of the compiled template.
  public func write(to writer: inout SnapshotWriter) {
    writer.write(name)
    writer.write(variant)
    writer.write(compiled)
    writer.write(warnings)
  }
}

extension TemplateVariant: SnapshottedChoice {
  public static var cases: [String] { ["final", "published", "blank", "fillable"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = .final
    case 1: self = .published
    case 2: self = try .blank(minimumRowHeight: reader.next(), labelHeight: reader.next())
    case 3: self = .fillable
    default: throw SnapshotDamage()
    }
  }
}

extension OutputForm: SnapshottedChoice {
  public static var cases: [String] { ["package", "flat"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = .package
    case 1: self = .flat
    default: throw SnapshotDamage()
    }
  }
}

extension TemplateWarning: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(code: reader.next(), place: reader.next(), line: reader.next(), text: reader.next())
  }
}

extension TemplateWarning.Code: Snapshotted {}

extension TemplateMark: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      kind: reader.next(), expression: reader.next(), place: reader.next(), line: reader.next(),
      caption: reader.next(), enclosing: reader.next())
  }
}

extension TemplateMark.Kind: SnapshottedChoice {
  public static var cases: [String] { ["value", "checkbox", "repetition", "condition"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = try .value(isOptional: reader.next())
    case 1: self = .checkbox
    case 2: self = .repetition
    case 3: self = .condition
    default: throw SnapshotDamage()
    }
  }
}
