internal import FormModel

/// The card as bytes, before it is sealed.
extension EntryCard {
  /// 1 knew no versions of papers and no events noted apart, 2 no requests and no handing over; they are read, and
  /// written as 3.
  private static let format: UInt8 = 3
  /// The length is a multiple of this, so that it does not tell the length of a name.
  private static let block = 256

  var encoded: [UInt8] {
    var writer = ByteWriter(reserving: Self.block)
    writer.byte(Self.format)
    writer.byte(role.rawValue)
    writer.text(caseNumber)
    writer.text(form)
    writer.text(title)
    writer.number(UInt64(bitPattern: Int64(number ?? .min)))
    writer.day(day)
    writer.day(stored)
    writer.list(kinds) { $0.text($1) }
    writer.list(names) { $0.text($1) }
    writer.list(events.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.day($1.value)
    }
    writer.list(reasons.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.text($1.value)
    }
    writer.flag(date != nil)
    if let date { date.write(to: &writer) }
    switch step {
    case nil: writer.byte(0)
    case .restricted(let day)?:
      writer.byte(1)
      writer.day(day)
    case .offered(let day)?:
      writer.byte(2)
      writer.day(day)
    }
    for hold in [hold, caseHold] {
      writer.flag(hold != nil)
      if let hold { hold.write(to: &writer) }
    }
    writer.list(parts) {
      $0.number($1.number)
      $0.byte($1.use.rawValue)
      $0.text($1.mediaType)
      $0.number(UInt64($1.size))
      $0.number($1.version)
    }
    writer.flag(copies != nil)
    if let copies {
      writer.text(copies.description)
      writer.number(UInt64(bitPattern: Int64(copies.pages ?? .min)))
      writer.day(copies.day)
    }
    writer.blob(drop)
    writer.text(reference)
    writer.list(noted.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.day($1.value)
    }
    writer.list(notedReasons.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.text($1.value)
    }
    writer.list(parts) { $0.number(UInt32(clamping: $1.edition)) }
    writer.day(added)
    writer.list(requests) { $1.write(to: &$0) }
    writer.list(disclosed) { $1.write(to: &$0) }
    writer.flag(handover != nil)
    if let handover { handover.write(to: &writer) }
    let rest = writer.bytes.count % Self.block
    if rest > 0 { writer.raw([UInt8](repeating: 0, count: Self.block - rest)) }
    return writer.bytes
  }

  /// Reads a card; nil when the bytes are not one.
  init?(_ bytes: [UInt8]) {
    let card = bytes.withUnsafeBytes { bytes -> EntryCard? in
      var reader = ByteReader(bytes)
      return try? EntryCard(&reader)
    }
    guard let card else { return nil }
    self = card
  }

  private init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    let format = try reader.byte()
    guard (1...Self.format).contains(format), let role = Role(rawValue: try reader.byte()) else {
      throw ByteReader.Malformed()
    }
    self.role = role
    caseNumber = try reader.text()
    form = try reader.text()
    title = try reader.text()
    number = try reader.optionalNumber()
    day = try reader.certainDay()
    stored = try reader.certainDay()
    kinds = try reader.list { (reader) throws(ByteReader.Malformed) in try reader.text() }
    names = try reader.list { (reader) throws(ByteReader.Malformed) in try reader.text() }
    events = try reader.events()
    reasons = try reader.reasons()
    date = try reader.flag() ? try KeptDate(&reader) : nil
    switch try reader.byte() {
    case 0: step = nil
    case 1: step = .restricted(try reader.certainDay())
    case 2: step = .offered(try reader.certainDay())
    default: throw ByteReader.Malformed()
    }
    hold = try reader.flag() ? try Hold(&reader) : nil
    caseHold = try reader.flag() ? try Hold(&reader) : nil
    parts = try reader.list { (reader) throws(ByteReader.Malformed) in
      let number = try reader.number()
      guard let use = PartUse(rawValue: try reader.byte()) else { throw ByteReader.Malformed() }
      return Part(
        number: number, use: use, mediaType: try reader.text(), size: Int(truncatingIfNeeded: try reader.wideNumber()),
        version: try reader.wideNumber())
    }
    copies =
      try reader.flag()
      ? Filing.Copies(
        description: try reader.text(), pages: try reader.optionalNumber(), day: try reader.day()) : nil
    drop = try reader.blob()
    guard format > 1 else {
      // What papers told was merged into the case then, and is not told apart any more.
      if role == .caseFile { (noted, notedReasons) = (events, reasons) }
      return
    }
    reference = try reader.text()
    noted = try reader.events()
    notedReasons = try reader.reasons()
    let editions = try reader.list { (reader) throws(ByteReader.Malformed) in Int(try reader.number()) }
    guard editions.count == parts.count else { throw ByteReader.Malformed() }
    for (index, edition) in editions.enumerated() { parts[index].edition = edition }
    guard format > 2 else { return }
    added = try reader.day()
    requests = try reader.list { (reader) throws(ByteReader.Malformed) in try Hold(&reader) }
    disclosed = try reader.list { (reader) throws(ByteReader.Malformed) in try Disclosed(&reader) }
    handover = try reader.flag() ? try Handover(&reader) : nil
  }
}

extension ByteReader {
  fileprivate mutating func events() throws(Malformed) -> [String: Day] {
    var events: [String: Day] = [:]
    for _ in 0..<(try number()) { events[try text()] = try certainDay() }
    return events
  }

  fileprivate mutating func reasons() throws(Malformed) -> [String: String] {
    var reasons: [String: String] = [:]
    for _ in 0..<(try number()) { reasons[try text()] = try text() }
    return reasons
  }

  fileprivate mutating func optionalNumber() throws(Malformed) -> Int? {
    let number = Int64(bitPattern: try wideNumber())
    return number == .min ? nil : Int(number)
  }

  fileprivate mutating func certainDay() throws(Malformed) -> Day {
    guard let day = try day() else { throw Malformed() }
    return day
  }
}

extension KeptDate {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.text(rule)
    for day in [start, end, due, computed] { writer.day(day) }
  }

  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    rule = try reader.text()
    start = try reader.certainDay()
    end = try reader.certainDay()
    due = try reader.certainDay()
    computed = try reader.day()
  }
}

extension Hold {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.text(reason)
    writer.text(note)
    writer.text(by)
    writer.day(since)
    writer.day(review)
  }

  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    reason = try reader.text()
    note = try reader.text()
    by = try reader.text()
    since = try reader.certainDay()
    review = try reader.certainDay()
  }
}
