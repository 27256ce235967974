/// The kind of a field as declarations name it; what the name stands for is in the file of the kind.
public struct FieldType: RawRepresentable, CaseIterable, Hashable, Sendable {
  /// Everything that is known of such values.
  public let kind: any FieldKind

  /// A kind by itself.
  public init(_ kind: any FieldKind) { self.kind = kind }

  /// The kind with a name; nil when there is none.
  public init?(rawValue: String) {
    guard let known = Self.byName[rawValue] else { return nil }
    self = known
  }

  /// The name in declarations.
  public var rawValue: String { kind.name }

  /// All kinds, in the order of the manual; a new one is added here and nowhere else.
  public static let allCases: [FieldType] = [
    TextKind(), NameKind(), MultilineKind(), DayKind(), PartialDayKind(), TimeKind(), MomentKind(), IntegerKind(),
    DecimalKind(), CountKind(), AmountKind(), ChoiceKind(), ChoicesKind(), YesNoKind(), YesNoUnknownKind(), PhoneKind(),
    PostcodeKind(), EmailKind(), NumberKind(), ReferenceKind(),
  ].map(FieldType.init)

  private static let byName = Dictionary(allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// Kinds are the same when they have the same name.
  public static func == (left: FieldType, right: FieldType) -> Bool { left.rawValue == right.rawValue }

  /// By the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
