import Glibc

/// Private directories whose process did not live to remove them.
enum StaleDirectories {
  /// How every private directory's name begins; the process number and a random part follow.
  static let prefix = "kiso-"

  /// Removes the directories of dead processes under a base folder.
  ///
  /// A directory goes only if it is ours (same user, a real folder), its process number is unused, and
  /// nobody holds its lock. The lock is what counts between containers that share `/tmp` and cannot
  /// see each other's processes. Failures are silent: sweeping is a courtesy, not the task.
  static func sweep(in base: String) {
    // At each start of the program, in a folder that everybody uses: in no order, and only names like ours.
    guard let stream = opendir(base) else { return }
    let names = DirectoryListing.names(of: stream, withPrefix: prefix)
    closedir(stream)
    for name in names {
      guard let process = processNumber(in: name), !isAlive(process) else { continue }
      let path = FilePath.joining(base, name)
      guard case .success(let status) = status(of: path, followingLinks: false),
        status.isDirectory, status.st_uid == geteuid(), isUnlocked(path)
      else { continue }
      TreeRemoval.remove(path)
    }
  }

  /// The process number of `kiso-123-abcdef`, `nil` for any other name.
  static func processNumber(in name: String) -> Int32? {
    guard name.hasPrefix(prefix) else { return nil }
    let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 6, let number = Int32(parts[0]), number > 0 else {
      return nil
    }
    return number
  }

  private static func isAlive(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || Glibc.errno != ESRCH
  }

  private static func isUnlocked(_ path: String) -> Bool {
    guard case .success(let number) = Descriptor.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      return false
    }
    let descriptor = Descriptor(number)
    return flock(descriptor.number, LOCK_EX | LOCK_NB) == 0
  }
}
