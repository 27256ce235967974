/// What kind of picture some bytes are.
struct PictureKind: Hashable {
  let mediaType: String
  let fileExtension: String

  /// Recognises a picture by its first bytes; nil when it is none that ODF readers show.
  init?(_ bytes: [UInt8]) {
    let known: [(start: [UInt8], type: String, fileExtension: String)] = [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png", "png"),
      ([0xFF, 0xD8, 0xFF], "image/jpeg", "jpg"), (Array("GIF8".utf8), "image/gif", "gif"),
      (Array("BM".utf8), "image/bmp", "bmp"), ([0x49, 0x49, 0x2A, 0], "image/tiff", "tif"),
      ([0x4D, 0x4D, 0, 0x2A], "image/tiff", "tif"), ([0xD7, 0xCD, 0xC6, 0x9A], "image/x-wmf", "wmf"),
    ]
    if let found = known.first(where: { bytes.starts(with: $0.start) }) {
      self.init(found.type, found.fileExtension)
    } else if bytes.starts(with: Array("RIFF".utf8)) {
      self.init("image/webp", "webp")
    } else if bytes.count > 44, bytes[40..<44].elementsEqual(" EMF".utf8) {
      self.init("image/x-emf", "emf")
    } else if String(decoding: bytes.prefix(2000), as: UTF8.self).contains("<svg") {
      self.init("image/svg+xml", "svg")
    } else {
      return nil
    }
  }

  private init(_ mediaType: String, _ fileExtension: String) {
    self.mediaType = mediaType
    self.fileExtension = fileExtension
  }
}
