import Glibc

/// Writing bytes to something that is already open: standard output, a pipe, a device.
public enum FileWriter {
  /// Writes all bytes to a descriptor, continuing after short and interrupted writes.
  ///
  /// The descriptor stays open and is not synced. A failure names it `-`.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
    let reason = writeAll(bytes, to: descriptor)
    if reason != 0 { throw .writing("-", reason) }
  }

  /// Writes all bytes and returns the system's number of the failure, 0 if there was none.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let written = Glibc.write(descriptor, part.baseAddress, part.count)
        if written >= 0 {
          rest = rest.dropFirst(written)
          continue
        }
        let reason = Glibc.errno
        if reason == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
        } else if reason != EINTR {
          return reason
        }
      }
      return 0
    }
  }
}
