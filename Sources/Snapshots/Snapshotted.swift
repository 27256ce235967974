/// A value that is kept from one start of the program to the next, as bytes for the same build of the program.
///
/// A type says only how it is read, all properties in the order in which they are declared:
///
///     extension SourcePlace: Snapshotted {
///       init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
///         self = try Self(file: reader.next(), line: reader.next())
///       }
///     }
///
/// It is written by reflection, so that a property that was added is written as well, and one that is not read makes
/// the bytes unreadable instead of being lost. Synthesised `Codable` over the same bytes takes five times the
/// instructions of this, since each value passes through containers that the compiler cannot see through.
public protocol Snapshotted {
  /// Reads a value; throws when the bytes are not those of one.
  init(from reader: inout SnapshotReader) throws(SnapshotDamage)

  /// Writes all properties in the order in which they are declared, unless the type does it by itself.
  func write(to writer: inout SnapshotWriter)

  /// Reads that many values one behind the other.
  static func list(_ count: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) -> [Self]

  /// Writes values one behind the other.
  static func write(_ list: [Self], to writer: inout SnapshotWriter)
}

/// An enumeration whose cases carry values; it is written as the number of the case and these values.
public protocol SnapshottedChoice: Snapshotted {
  /// The names of the cases, in the order of the numbers that `init(case:from:)` takes.
  static var cases: [String] { get }

  /// Reads the values of a case.
  init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage)
}

/// The bytes are damaged, or those of another value.
public struct SnapshotDamage: Error {
  /// Says so.
  public init() {}
}

extension Snapshotted {
  /// Writes what reflection finds.
  public func write(to writer: inout SnapshotWriter) {
    for property in Mirror(reflecting: self).children { writer.write(reflected: property.value) }
  }

  /// Reads each value by itself.
  @inlinable
  public static func list(_ count: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) -> [Self] {
    var result: [Self] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try Self(from: &reader)) }
    return result
  }

  /// Writes each value by itself.
  public static func write(_ list: [Self], to writer: inout SnapshotWriter) {
    for element in list { element.write(to: &writer) }
  }

  /// The value as bytes; nil when a part of it is of a type that does not conform to ``Snapshotted``.
  ///
  /// `version` changes whenever the bytes change their meaning.
  public func snapshot(version: String) -> [UInt8]? {
    var writer = SnapshotWriter()
    write(to: &writer)
    return writer.bytes(version: version)
  }

  /// Reads what `snapshot(version:)` gave; nil when it is damaged or of another version.
  public init?(snapshot bytes: [UInt8], version: String) {
    do {
      var reader = try SnapshotReader(bytes, version: version)
      self = try reader.next()
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

extension SnapshottedChoice {
  /// Reads the number of a case, then its values.
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    let number = try reader.number()
    self = try reader.nested { (reader) throws(SnapshotDamage) in try Self(case: number, from: &reader) }
  }

  /// Writes the number of the case, then its values.
  public func write(to writer: inout SnapshotWriter) {
    let child = Mirror(reflecting: self).children.first
    let name = child?.label ?? String(describing: self)
    writer.write(Self.cases.firstIndex(of: name))
    if let child { writer.write(reflected: child.value) }
  }
}
