public import FormModel

/// The shape of a form's records, for other programs: made from the declaration, so that both cannot differ.
///
/// Every field with its kind and limits, code lists as enumerations, repeated groups, and what is required whatever
/// else stands in the record. What a schema cannot say – conditions, rules between fields, days that do not exist,
/// which letters a name may have – is left to `kiso check`: a record that does not fit the schema is wrong, one that
/// fits may be.
public struct RecordSchema {
  /// The language of the schema.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// RELAX NG in XML (ISO/IEC 19757-2); fields may stand in any order.
    case relaxNG = "rng"
    /// W3C XML Schema 1.0; fields stand in the order of the form, as kiso writes them.
    case xmlSchema = "xsd"
    /// JSON Schema, draft 2020-12.
    case json
  }

  private let form: FormDefinition
  private let library: FormLibrary

  /// The schema of a form.
  public init(_ form: FormDefinition, library: FormLibrary) {
    self.form = form
    self.library = library
  }

  /// The schema; the same declaration gives the same bytes.
  public func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .relaxNG: RelaxNGSchemaWriter(form: form, library: library).bytes()
    case .xmlSchema: XMLSchemaWriter(form: form, library: library).bytes()
    case .json: JSONSchemaWriter(form: form, library: library).bytes()
    }
  }
}
