import Glibc

/// Keeping a folder small whose files can all be made again.
public enum UnusedFiles {
  /// Removes files that were not used for some days, and of the others those used longest ago, until all of them
  /// together are no larger than `size` bytes.
  ///
  /// Only files whose names pass `isOurs` count and are removed. Time is counted to the last change of `newest`, a file
  /// just written, so that no clock is needed; it stays. What cannot be removed stays without a word.
  public static func remove(
    in folder: String, besides newest: String, unusedForDays days: Int, largerThan size: Int,
    where isOurs: (String) -> Bool
  ) {
    guard let names = try? DirectoryListing.names(in: folder), case .success(let now) = status(of: newest) else {
      return
    }
    var files: [(path: String, size: Int, used: Int)] = []
    for path in names.filter(isOurs).map({ FilePath.joining(folder, $0) }) {
      guard case .success(let status) = status(of: path, followingLinks: false), status.isRegularFile else { continue }
      files.append((path, Int(status.st_size), used(status)))
    }
    var total = 0
    for file in files.sorted(by: { $0.used > $1.used }) {
      total += file.size
      let isOld = Int(now.st_mtim.tv_sec) - file.used > days * 86_400
      if file.path != newest, isOld || total > size { _ = unlink(file.path) }
    }
  }

  /// When a file was last read or written; many systems note reading once a day at most.
  private static func used(_ status: stat) -> Int {
    Int(max(status.st_atim.tv_sec, status.st_mtim.tv_sec))
  }
}
