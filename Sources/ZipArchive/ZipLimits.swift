/// How large an archive may be before it is refused.
///
/// Every limit is inclusive: a value equal to the limit is accepted. All are checked by what the
/// archive declares, before anything is unpacked; while unpacking, the declaration is held to.
public struct ZipLimits: Hashable, Sendable {
  /// The number of entries, directories included.
  public var entries: Int

  /// The size of the archive itself, in bytes.
  public var packedSize: Int

  /// The unpacked size of all entries together, in bytes.
  public var unpackedSize: Int

  /// How many times larger than packed an entry may become, if it is larger than `ratioFloor`.
  public var ratio: Int

  /// The unpacked size in bytes up to which the ratio of an entry does not matter.
  ///
  /// A small entry of one repeated character is packed a thousandfold and harmless (an empty table
  /// in a spreadsheet, a blank thumbnail); what many such entries add up to is capped by `unpackedSize`.
  public var ratioFloor: Int

  /// The length of an entry's name in bytes, folders included.
  ///
  /// Enough for a file name as long as file systems keep (255) in a folder. Telling whether two names
  /// stand for the same file costs time that grows with their length: 2,000 names made of nothing but
  /// combining marks are still compared in less than 100 ms.
  public var nameLength: Int

  /// The length in bytes of an entry's extra field and of its comment, each.
  ///
  /// Without it 64 MiB of tiny extra fields would cost the unpacking library seconds and half a gigabyte.
  public var headerField: Int

  /// Sets every limit; what is left out is that of ``document``.
  public init(
    entries: Int = 2_000, packedSize: Int = 64 << 20, unpackedSize: Int = 256 << 20, ratio: Int = 200,
    ratioFloor: Int = 1 << 20, nameLength: Int = 320, headerField: Int = 1_024
  ) {
    self.entries = entries
    self.packedSize = packedSize
    self.unpackedSize = unpackedSize
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.nameLength = nameLength
    self.headerField = headerField
  }

  /// The limits for an office document.
  ///
  /// The largest values among 982 real documents were 733 entries, 28 MB unpacked and a ratio of 128.
  public static let document = ZipLimits()

  /// Whether a file of `size` bytes may come out of `packedSize` bytes.
  func allowsRatio(of size: Int, to packedSize: Int) -> Bool {
    let (most, isEndless) = packedSize.multipliedReportingOverflow(by: ratio)
    return size <= ratioFloor || isEndless || size <= most
  }
}
