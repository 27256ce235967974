import Glibc

/// Removing a folder with all it holds, without ever following a link out of it.
enum TreeRemoval {
  /// Removes a folder and its content; what cannot be removed stays, the rest goes.
  ///
  /// Works through folder descriptors, so a folder that someone swaps for a link meanwhile is not
  /// followed (the classic `rm -rf` race in /tmp).
  static func remove(_ path: String) {
    empty(AT_FDCWD, path)
    _ = unlinkat(AT_FDCWD, path, AT_REMOVEDIR)
  }

  private static func empty(_ parent: Int32, _ name: String) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var folder = openat(parent, name, flags)
    if folder < 0, Glibc.errno == EACCES {
      _ = fchmodat(parent, name, 0o700, 0)
      folder = openat(parent, name, flags)
    }
    guard folder >= 0 else { return }
    guard let stream = fdopendir(folder) else {
      close(folder)
      return
    }
    defer { closedir(stream) }
    for name in DirectoryListing.names(of: stream) {
      if unlinkat(folder, name, 0) == 0 { continue }
      if Glibc.errno == EACCES { _ = fchmod(folder, 0o700) }
      if unlinkat(folder, name, 0) == 0 { continue }
      empty(folder, name)
      _ = unlinkat(folder, name, AT_REMOVEDIR)
    }
  }
}
