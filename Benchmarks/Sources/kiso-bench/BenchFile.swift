import Glibc

/// Whole files, read and written as a C program does it.
enum BenchFile {
  static func bytes(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    var facts = stat()
    guard file >= 0, fstat(file, &facts) == 0 else { throw BenchFailure(what: "cannot read \(path)") }
    defer { close(file) }
    let size = Int(facts.st_size)
    return try [UInt8](unsafeUninitializedCapacity: size) { space, count in
      while count < size, let base = space.baseAddress {
        let got = Glibc.read(file, base + count, size - count)
        guard got > 0 else { throw BenchFailure(what: "cannot read \(path)") }
        count += got
      }
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw BenchFailure(what: "cannot write \(path)") }
    defer { close(file) }
    try bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count, let base = bytes.baseAddress {
        let written = Glibc.write(file, base + done, bytes.count - done)
        guard written > 0 else { throw BenchFailure(what: "cannot write \(path)") }
        done += written
      }
    }
  }
}
