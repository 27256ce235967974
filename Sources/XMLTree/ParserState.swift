internal import CLibXML2

/// What the parser's callbacks, which are C functions, find through its context.
///
/// A value behind a pointer, since counting references for every tag would cost a fifth of the time.
struct ParserState {
  /// How deep start tags are handed over; 0 for none.
  let deepest: Int
  /// The first mistake.
  private(set) var failure: XMLFailure?

  var depth = 0
  private let visit: (XMLStartTag) -> Void
  /// Who takes everything; nil for start tags alone.
  let receiver: (any XMLReceiver)?
  private var complaints = 0

  /// How many mistakes besides those of well-formedness, such as an unknown prefix, are tolerated.
  private static let mostComplaints = 1_000

  init(deepest: Int = 0, visit: @escaping (XMLStartTag) -> Void = { _ in }) {
    (self.deepest, self.visit, receiver) = (deepest, visit, nil)
  }

  init(receiver: any XMLReceiver) {
    (deepest, visit, self.receiver) = (.max, { _ in }, receiver)
  }

  /// Lets a parser run and stops it at its first mistake.
  ///
  /// libxml2 goes on after a mistake and writes a sentence for each; a million of them would take seconds.
  mutating func watch(_ context: xmlParserCtxtPtr, _ parse: () -> Void) {
    context.pointee.sax.pointee.serror = { context, error in
      guard let error else { return }
      ParserState.of(context)?.pointee.note(error.pointee, context)
    }
    withUnsafeMutablePointer(to: &self) {
      context.pointee._private = UnsafeMutableRawPointer($0)
      parse()
      context.pointee._private = nil
    }
  }

  private mutating func note(_ error: xmlError, _ context: UnsafeMutableRawPointer?) {
    guard failure == nil else { return }
    complaints += 1
    guard error.level == XML_ERR_FATAL || complaints > Self.mostComplaints else { return }
    failure = XMLFailure(error)
    context.map { xmlStopParser($0.assumingMemoryBound(to: xmlParserCtxt.self)) }
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserState>? {
    context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?
      .assumingMemoryBound(to: ParserState.self)
  }

  static func start(
    _ context: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
    count: Int32, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let state = of(context) else { return }
    state.pointee.depth += 1
    let depth = state.pointee.depth
    guard depth <= state.pointee.deepest, let name else { return }
    let input = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input
    let line = max(0, Int(input?.pointee.line ?? 0))
    let tag = XMLStartTag(
      depth: depth, line: line, name: name, namespace: namespace, count: Int(count), attributes: attributes)
    if let receiver = state.pointee.receiver { receiver.open(tag) } else { state.pointee.visit(tag) }
  }

  static func end(_ context: UnsafeMutableRawPointer?) {
    guard let state = of(context) else { return }
    state.pointee.depth -= 1
    state.pointee.receiver?.close()
  }

  static func text(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, count: Int32) {
    of(context)?.pointee.receiver?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}
