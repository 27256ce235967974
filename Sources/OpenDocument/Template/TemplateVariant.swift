/// What a template is made into.
public enum TemplateVariant: Hashable, Sendable {
  /// Values as text, nothing left to fill in: a style `X.Fertig` takes the place of style `X`.
  case final
  /// As `final`, for the public: a style `X.Öffentlich` takes the place of style `X`.
  case published
  /// Room for a pen: a style `X.Blanko` takes the place of style `X`, and rows of the body's tables that
  /// hold a value are at least `minimumRowHeight` millimetres high, and `labelHeight` more where a label stands
  /// above the value in the same cell.
  case blank(minimumRowHeight: Double, labelHeight: Double = 0)
  /// Values in carriers, for a person who completes the paper on a screen; the data decide what can be filled in.
  case fillable

  var isBlank: Bool {
    switch self {
    case .final, .published, .fillable: false
    case .blank: true
    }
  }

  var isFillable: Bool {
    switch self {
    case .fillable: true
    case .final, .published, .blank: false
    }
  }

  /// The end of the names of styles that take the place of others; nil for none.
  var styleSuffix: String? {
    switch self {
    case .final: StyleVariant.finished
    case .fillable: nil
    case .published: StyleVariant.published
    case .blank: StyleVariant.blank
    }
  }
}

/// How a document is written.
public enum OutputForm: Hashable, Sendable {
  /// A package, `.odt`.
  case package
  /// One XML file, `.fodt`; it cannot carry attachments.
  case flat
}
