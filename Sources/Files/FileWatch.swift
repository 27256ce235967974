import Glibc

/// Notices what is saved below some folders and in some files, for whoever shows the result at once.
public struct FileWatch {
  /// What tells one state of a file from another.
  private struct Stamp: Hashable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var inode: UInt64
  }

  private let paths: [String]
  private var seen: [String: Stamp]

  /// How deep folders are entered.
  private static let deepest = 6

  /// Watches folders with everything in them, and files; what is not there yet is noticed when it comes.
  public init(_ paths: [String]) {
    self.paths = paths
    seen = Self.stamps(of: paths)
  }

  /// Waits until something was saved and nothing is written any more; gives the paths that are new, other or gone.
  ///
  /// `pause` waits for a moment between two looks. What an editor writes beside a file is left out.
  public mutating func change(_ pause: () -> Void) -> [String] {
    var current = Self.stamps(of: paths)
    while current == seen {
      pause()
      current = Self.stamps(of: paths)
    }
    // An editor may take several steps to save one file.
    var before = seen
    while current != before {
      pause()
      (before, current) = (current, Self.stamps(of: paths))
    }
    let changed = Set(current.keys).union(seen.keys).filter { current[$0] != seen[$0] }
    seen = current
    return changed.sorted()
  }

  private static func stamps(of paths: [String]) -> [String: Stamp] {
    var result: [String: Stamp] = [:]
    for path in paths { add(path, to: &result, depth: 0) }
    return result
  }

  private static func add(_ path: String, to result: inout [String: Stamp], depth: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      guard depth < deepest, let names = try? DirectoryListing.names(in: path) else { return }
      for name in names where !isBeside(name) { add(FilePath.joining(path, name), to: &result, depth: depth + 1) }
    } else {
      result[path] = Stamp(
        seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
        inode: UInt64(status.st_ino))
    }
  }

  /// Whether a name is that of a lock, a copy or a hidden file of an editor.
  private static func isBeside(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") || name.hasSuffix(".tmp")
  }
}
