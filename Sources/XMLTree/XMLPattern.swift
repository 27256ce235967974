internal import CLibXML2

/// A regular expression of XML Schema, part 2, appendix F: it must fit the whole text.
public final class XMLPattern {
  private let pointer: xmlRegexpPtr

  /// Compiles a pattern; nil when it is not one.
  public init?(_ source: String) {
    LibXML2.initialize
    // The only function here whose errors have no handler of their own; this one is the thread's, not the process's.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let compiled = xmlRegexpCompile(source) else { return nil }
    pointer = compiled
  }

  /// Whether a whole text fits a pattern; one that is none is for the linter to find and fits everything.
  public static func fits(_ text: String, _ pattern: String) -> Bool {
    XMLPattern(pattern)?.matches(text) ?? true
  }

  deinit {
    xmlRegFreeRegexp(pointer)
  }

  /// Whether the whole text fits.
  public func matches(_ text: String) -> Bool {
    xmlRegexpExec(pointer, text) == 1
  }
}
