import Files
import Glibc
import RecordArchive
import Terminal

/// Taking files out of sealed bundles without filing them.
enum BundleUnpacking {
  /// Writes everything into a folder, or nothing: every bundle is opened and every name looked at first.
  ///
  /// What the sender called a file leads nowhere else and steers no terminal; a file that is there is never replaced.
  static func unpack(
    _ files: [String], to folder: String, _ archive: Archive, _ context: CommandContext
  ) throws -> ExitStatus {
    var items: [(path: String, bytes: [UInt8])] = []
    var taken: Set<String> = []
    var left = CommandContext.inputLimit
    for file in files {
      for item in try archive.open(bundleAt: file, limit: left + (1 << 20)).items {
        left = max(0, left - item.bytes.count)
        let path = free(FilePath.joining(folder, FilePath.plainName(FilePath.lastComponent(of: item.name))), &taken)
        items.append((path, item.bytes))
      }
    }
    let isNew = !DirectoryListing.isFolder(folder)
    try FolderMaking.make(folder)
    var written: [String] = []
    do {
      for item in items {
        written.append(item.path)
        try context.output(item.bytes, to: item.path)
      }
    } catch {
      for path in written { unlink(path) }
      if isNew { rmdir(folder) }
      throw error
    }
    return .done
  }

  /// The path, or one with a number, that neither exists nor was given away.
  private static func free(_ path: String, _ taken: inout Set<String>) -> String {
    var (free, number) = (path, 1)
    while !taken.insert(free).inserted || FileRemoval.exists(free) {
      number += 1
      free = FilePath.numbered(path, number)
    }
    return free
  }
}
