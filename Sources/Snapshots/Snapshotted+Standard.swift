// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

extension Int: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) { self = try reader.number() }

  public func write(to writer: inout SnapshotWriter) { writer.number(self) }
}

extension UInt32: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let number = UInt32(exactly: try reader.number()) else { throw SnapshotDamage() }
    self = number
  }

  public func write(to writer: inout SnapshotWriter) { writer.number(Int(self)) }
}

extension Double: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    self.init(bitPattern: UInt64(bitPattern: Int64(try reader.number())))
  }

  public func write(to writer: inout SnapshotWriter) { writer.number(Int(Int64(bitPattern: bitPattern))) }
}

extension Bool: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) { self = try reader.flag() }

  public func write(to writer: inout SnapshotWriter) { writer.flag(self) }
}

extension String: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) { self = try reader.text() }

  public func write(to writer: inout SnapshotWriter) { writer.text(self) }
}

/// Bytes are kept as they are, all at once.
extension UInt8: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let byte = try reader.data(1).first else { throw SnapshotDamage() }
    self = byte
  }

  public func write(to writer: inout SnapshotWriter) { writer.data([self]) }

  public static func list(_ count: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) -> [UInt8] {
    try reader.data(count)
  }

  public static func write(_ list: [UInt8], to writer: inout SnapshotWriter) { writer.data(list) }
}

/// A named value is kept by its name.
extension Snapshotted where Self: RawRepresentable, RawValue == String {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let value = Self(rawValue: try reader.text()) else { throw SnapshotDamage() }
    self = value
  }

  /// Writes the name.
  public func write(to writer: inout SnapshotWriter) { writer.text(rawValue) }
}

extension Optional: Snapshotted where Wrapped: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    self = try reader.flag() ? Wrapped(from: &reader) : nil
  }

  public func write(to writer: inout SnapshotWriter) {
    writer.flag(self != nil)
    if let value = self { value.write(to: &writer) }
  }
}

extension Array: Snapshotted where Element: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    let count = try reader.count()
    self = try reader.nested { (reader) throws(SnapshotDamage) in try Element.list(count, from: &reader) }
  }

  public func write(to writer: inout SnapshotWriter) {
    writer.number(count)
    Element.write(self, to: &writer)
  }
}

/// Elements in the order of what they are called, so that the same set gives the same bytes.
extension Set: Snapshotted where Element: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    self.init(try reader.next() as [Element])
  }

  public func write(to writer: inout SnapshotWriter) {
    sorted { String(describing: $0) < String(describing: $1) }.write(to: &writer)
  }
}

/// Entries in the order of their keys.
extension Dictionary: Snapshotted where Key == String, Value: Snapshotted {
  @inlinable
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    let count = try reader.count()
    self.init(minimumCapacity: count)
    for _ in 0..<count {
      let key = try reader.text()
      self[key] = try reader.nested { (reader) throws(SnapshotDamage) in try Value(from: &reader) }
    }
  }

  public func write(to writer: inout SnapshotWriter) {
    writer.number(count)
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.text(key)
      value.write(to: &writer)
    }
  }
}
