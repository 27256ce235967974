public import FormModel

/// That a case is on its way to another archive, which says so with a receipt once it has it.
///
/// Until then the giver answers for the case and changes nothing of it: what the other one takes in is what lies here.
public struct Handover: Hashable, Sendable {
  /// The random id of the bundle that carries the case.
  var id: [UInt8]
  /// What only the bundle tells, so that only whoever opened it can give the receipt.
  var secret: [UInt8]
  /// To which key it is sealed, as people compare it.
  public var recipient: String
  /// Since when.
  public var since: Day
  /// How many files are in the bundle.
  var files: Int
  /// Whether somebody took it back; then the case is worked on again, and a receipt is a contradiction.
  public var isWithdrawn = false

  /// The first digits of its id, by which people name it.
  public var name: String { Self.name(id) }

  static func name(_ id: [UInt8]) -> String { KeyText.hexadecimal(Array(id.prefix(4))) }

  /// The bytes an id and a secret have.
  static let lengths = (id: EntryCard.bundleLength, secret: 32)
}

extension Handover {
  func write(to writer: inout ByteWriter) {
    writer.raw(id)
    writer.raw(secret)
    writer.text(recipient)
    writer.day(since)
    writer.number(UInt32(clamping: files))
    writer.flag(isWithdrawn)
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    id = try reader.raw(Self.lengths.id)
    secret = try reader.raw(Self.lengths.secret)
    recipient = try reader.text()
    guard let day = try reader.day() else { throw ByteReader.Malformed() }
    since = day
    files = Int(try reader.number())
    isWithdrawn = try reader.flag()
  }
}

/// That an archive has taken in a case that was handed over: one line of text that names nobody.
///
/// It proves that whoever made it opened the bundle: BLAKE2b over id, day and number of files, under a key that stands
/// in the bundle alone.
public struct HandoverReceipt: Hashable, Sendable {
  private static let mark = "KISO-QUITTUNG-1"

  let id: [UInt8]
  /// The day on which the case was taken in.
  public let day: Day
  let files: Int
  private let proof: [UInt8]

  init(id: [UInt8], secret: [UInt8], day: Day, files: Int) {
    (self.id, self.day, self.files) = (id, day, files)
    proof = Self.proof(id, secret, day, files)
  }

  /// Reads one from text such as the content of a file; nil when it is not one.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 5, words[0] == Self.mark, let id = KeyText.bytes(words[1]),
      let day = Day(iso: String(words[2])),
      let files = Int(words[3]), let proof = KeyText.bytes(words[4]), id.count == Handover.lengths.id, files >= 0
    else { return nil }
    (self.id, self.day, self.files, self.proof) = (id, day, files, proof)
  }

  /// The line, without its end.
  public var text: String {
    "\(Self.mark) \(KeyText.hexadecimal(id)) \(day.iso) \(files) \(KeyText.hexadecimal(proof))"
  }

  /// The first digits of the id of the bundle.
  public var name: String { Handover.name(id) }

  /// Whether it is the receipt for a handing over, and nothing in it was changed.
  func answers(_ handover: Handover) -> Bool {
    id == handover.id && files == handover.files && proof == Self.proof(id, handover.secret, day, files)
  }

  private static func proof(_ id: [UInt8], _ secret: [UInt8], _ day: Day, _ files: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.raw(Array("kiso receipt 1".utf8))
    writer.raw(id)
    writer.day(day)
    writer.number(UInt32(clamping: files))
    return Digest.of(writer.bytes, key: secret)
  }
}
