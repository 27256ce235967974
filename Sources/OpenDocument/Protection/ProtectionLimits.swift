/// How much work a manifest may ask for to turn a password into a key.
///
/// The numbers stand in the document, so whoever made it chose them; they are compared before any work is done. Each
/// limit is inclusive. LibreOffice writes 100,000 iterations (from version 7.4), or 3 passes over 64 MiB in 4 lanes
/// (from 24.8); OpenOffice wrote 1,024 iterations.
public struct ProtectionLimits: Hashable, Sendable {
  /// The iterations of PBKDF2; one key of 400,000 takes about a quarter of a second.
  public var iterations: Int
  /// The memory of Argon2id in KiB.
  public var memory: Int
  /// The passes of Argon2id over its memory.
  public var passes: Int
  /// The lanes of Argon2id.
  public var lanes: Int
  /// The memory of Argon2id in KiB times its passes; the largest takes less than a second.
  public var work: Int

  /// Sets every limit; what is left out is that of documents from outside.
  public init(
    iterations: Int = 400_000, memory: Int = 128 << 10, passes: Int = 16, lanes: Int = 16,
    work: Int = 4 * 3 * 64 << 10
  ) {
    self.iterations = iterations
    self.memory = memory
    self.passes = passes
    self.lanes = lanes
    self.work = work
  }

  func allows(_ method: KeyDerivation.Method) -> Bool {
    switch method {
    case .pbkdf2(let iterations): (1...max(1, self.iterations)).contains(iterations)
    case .argon2id(let passes, let memory, let lanes):
      passes >= 1 && passes <= self.passes && lanes >= 1 && lanes <= self.lanes
        // RFC 9106, 3.1: at least 8 blocks of 1 KiB a lane.
        && memory >= 8 * lanes && memory <= self.memory && memory * passes <= work
    }
  }
}
