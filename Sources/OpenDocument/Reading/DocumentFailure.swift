/// Why a file was not accepted as a text document.
///
/// It carries stable codes and a place, never a piece of the content. What people read is written elsewhere,
/// from the codes alone.
public struct DocumentFailure: Error, Hashable, Sendable {
  /// What is wrong.
  public let code: Code

  /// The part of the package that is to blame, such as `content.xml`; nil when it is the file as a whole.
  ///
  /// At most 100 characters, each of them printable.
  public let part: String?

  /// The code of the `ZipFailure` or `XMLFailure` that was the cause, or nil.
  public let underlying: String?

  /// The line in the part, 1-based; 0 when there is none to name.
  public let line: Int

  /// Describes a refusal.
  public init(_ code: Code, part: String? = nil, underlying: String? = nil, line: Int = 0) {
    self.code = code
    self.part = part
    self.underlying = underlying
    self.line = line
  }
}
