import Glibc

/// Reading a whole file or pipe into memory, never beyond a limit.
public enum FileReader {
  /// The bytes of the file at a path.
  ///
  /// Regular files, pipes and devices are read alike, so `<(command)` works and `/dev/zero` ends at
  /// the limit. A folder is refused. Interrupted and short reads are continued.
  ///
  /// - Parameters:
  ///   - path: absolute or relative to the working directory.
  ///   - limit: the most bytes that are accepted; one more is `tooLarge`.
  public static func bytes(at path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    try checkPath(path)
    let descriptor: Descriptor
    switch Descriptor.open(path, O_RDONLY) {
    case .success(let number): descriptor = Descriptor(number)
    case .failure(let reason): throw .reading(path, reason.value)
    }
    return try bytes(from: descriptor.number, limit: limit, path: path)
  }

  /// The bytes that an open descriptor still gives, to its end; 0 is standard input.
  ///
  /// The descriptor stays open. A failure names it `-`.
  public static func bytes(from descriptor: Int32, limit: Int) throws(FileFailure) -> [UInt8] {
    try bytes(from: descriptor, limit: limit, path: "-")
  }

  private static func bytes(
    from descriptor: Int32, limit: Int, path: String
  ) throws(FileFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .reading(path, Glibc.errno) }
    if status.isDirectory {
      throw FileFailure(code: .isDirectory, path: path, errno: EISDIR)
    }
    let limit = max(0, limit)
    let expected = status.isRegularFile ? Int(status.st_size) : 0
    guard expected <= limit else { throw FileFailure(code: .tooLarge, path: path) }

    // One byte more than expected, so that the end of a file of known size is seen without growing.
    let wanted = expected > 0 ? expected : smallestBuffer - 1
    var buffer = [UInt8](repeating: 0, count: min(wanted, limit) + 1)
    var count = 0
    while true {
      let result = buffer.withUnsafeMutableBytes { bytes in
        readOnce(from: descriptor, into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
      }
      let got: Int
      switch result {
      case .success(let number): got = number
      case .failure(let reason): throw .reading(path, reason.value)
      }
      if got == 0 { break }
      count += got
      guard count <= limit else { throw FileFailure(code: .tooLarge, path: path) }
      if count == buffer.count {
        let wanted = min(limit + 1, buffer.count * 2)
        buffer.append(contentsOf: repeatElement(0, count: wanted - buffer.count))
      }
    }
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  private static let smallestBuffer = 16_384

  private static func readOnce(
    from descriptor: Int32, into space: UnsafeMutableRawBufferPointer
  ) -> Result<Int, SystemNumber> {
    while true {
      let got = read(descriptor, space.baseAddress, space.count)
      if got >= 0 { return .success(got) }
      let reason = Glibc.errno
      if reason == EAGAIN {
        // A terminal or pipe that another program left non-blocking: wait instead of failing.
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if reason != EINTR {
        return .failure(SystemNumber(reason))
      }
    }
  }
}
