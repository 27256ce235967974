internal import Files
internal import Glibc

/// What a device remembers of an archive, in a file apart from both of the archive's own.
///
/// Both files of an archive can be put back together, and nothing in them would tell. So the device keeps how far they
/// had come when it last used them: a number of commits, of keyrings, and by which circle of people. It holds nothing
/// personal and no key. A file that is missing, torn or damaged remembers nothing; written without syncing, it may also
/// remember a little less than there was.
struct LastSeen: Hashable {
  /// The last commit of the data.
  var commit: UInt64
  /// The generation of the keyring.
  var generation: UInt64
  /// The mark of the circle, see ``Circles/mark``.
  var mark: [UInt8]

  private static let name = Array("KISOSTND".utf8)
  private static let format: UInt32 = 1
  private static let length = 8 + 4 + 16 + 8 + 8 + 32 + 32

  /// What is remembered of an archive; nil where nothing is, or no folder was named.
  static func read(_ place: ArchivePlace, _ archive: [UInt8]) -> LastSeen? {
    guard let path = path(place, archive), let bytes = try? FileReader.bytes(at: path, limit: length),
      bytes.count == length, Digest.of(Array(bytes.dropLast(32))) == Array(bytes.suffix(32))
    else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      guard (try? reader.raw(name.count)) == name, (try? reader.number()) == format,
        (try? reader.raw(16)) == archive, let commit = try? reader.wideNumber(),
        let generation = try? reader.wideNumber(), let mark = try? reader.raw(32)
      else { return nil }
      return LastSeen(commit: commit, generation: generation, mark: mark)
    }
  }

  /// Remembers it; where that is not possible it is left.
  func write(_ place: ArchivePlace, _ archive: [UInt8]) {
    guard let path = Self.path(place, archive), let folder = place.memory else { return }
    var writer = ByteWriter(reserving: Self.length)
    writer.raw(Self.name)
    writer.number(Self.format)
    writer.raw(archive)
    writer.number(commit)
    writer.number(generation)
    writer.raw(mark)
    writer.raw(Digest.of(writer.bytes))
    var file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if file < 0, errno == ENOENT, (try? FolderMaking.make(folder)) != nil {
      file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard file >= 0 else { return }
    // In place and in one piece: no process ever sees the file without content.
    _ = pwrite(file, writer.bytes, writer.bytes.count, 0)
    close(file)
  }

  private static func path(_ place: ArchivePlace, _ archive: [UInt8]) -> String? {
    place.memory.map { FilePath.joining($0, KeyText.hexadecimal(archive)) }
  }
}

extension Archive {
  /// Refuses files that are older than what this device last saw, and a keyring that no member can have made.
  ///
  /// What is remembered must have been read before data and keyring were: both only ever go forward.
  func check(against seen: LastSeen?, commit: UInt64) throws(ArchiveFailure) {
    guard let seen else { return }
    guard commit >= seen.commit else { throw ArchiveFailure(.dataOlder, path: place.data) }
    if keyring.generation < seen.generation { try reloadKeyring() }
    guard keyring.generation >= seen.generation else { throw ArchiveFailure(.keysOlder, path: place.keys) }
    guard keyring.circles.contains(mark: seen.mark) else { throw ArchiveFailure(.keysForged, path: place.keys) }
  }

  /// Remembers how far the archive has come.
  func remember(commit: UInt64) {
    let now = LastSeen(commit: commit, generation: keyring.generation, mark: keyring.circles.mark)
    guard place.memory != nil, now != remembered else { return }
    now.write(place, keyring.archive)
    remembered = now
  }
}
