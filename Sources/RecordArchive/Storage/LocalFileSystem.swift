internal import CLinux
internal import Files
internal import Glibc

/// Tells disks of this machine from shares, on which locks and syncs do not hold what they promise.
///
/// SQLite's documentation (“How To Corrupt An SQLite Database File”, 2.1) names them as the first cause of damage.
public enum LocalFileSystem {
  /// Refuses a file whose folder lies on a share.
  ///
  /// Throws `share` for NFS, CIFS, sshfs and the like.
  static func check(_ path: String) throws(ArchiveFailure) {
    let folder = FilePath.parent(of: path)
    var kind: UInt64 = 0
    guard clinux_file_system(folder, &kind) == 0 else { return }
    let isRefused = kind == fuse ? isForeignFuse(typeName(of: folder) ?? "") : isShare(kind)
    if isRefused { throw ArchiveFailure(.share, path: path) }
  }

  /// Whether a kind of file system, as statfs(2) numbers them, lies on another machine.
  public static func isShare(_ kind: UInt64) -> Bool {
    shares.contains(kind)
  }

  /// Whether a file system in user space is one whose files lie elsewhere; only those known to be local are not.
  public static func isForeignFuse(_ typeName: String) -> Bool {
    !localFuse.contains(typeName)
  }

  /// FUSE_SUPER_MAGIC: sshfs, but also encrypted folders and NTFS.
  private static let fuse: UInt64 = 0x6573_5546

  private static let shares: Set<UInt64> = [
    0x6969,  // NFS
    0x517B, 0xFF53_4D42, 0xFE53_4D42,  // SMB, CIFS, SMB 2
    0x564C,  // NetWare
    0x5346_414F, 0x6B41_4653,  // AFS
    0x7375_7245,  // Coda
    0x0102_1997,  // 9P, as virtual machines have it
    0x786F_4256,  // folders shared by VirtualBox
    0x00C3_6400,  // Ceph
    0x0BD0_0BD0,  // Lustre
    0x4750_4653,  // GPFS
    0x7461_636F, 0x0116_1970,  // OCFS2, GFS2
  ]

  private static let localFuse: Set<String> = [
    "fuseblk", "fuse.ntfs-3g", "fuse.exfat", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs",
  ]

  /// The type that the mount table names for the file system a folder lies on.
  private static func typeName(of folder: String) -> String? {
    var status = stat()
    guard stat(folder, &status) == 0, let bytes = try? FileReader.bytes(at: "/proc/self/mountinfo", limit: 8 << 20)
    else { return nil }
    // As makedev(3) puts them together; for the small numbers of mounts the low bits are enough.
    let major = (status.st_dev >> 8) & 0xFFF
    let minor = (status.st_dev & 0xFF) | ((status.st_dev >> 12) & 0xF_FF00)
    return typeName(ofDevice: "\(major):\(minor)", in: String(decoding: bytes, as: UTF8.self))
  }

  /// The type in a mount table (proc(5), mountinfo): the first word after the lone dash.
  static func typeName(ofDevice device: String, in table: String) -> String? {
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"), dash + 1 < words.count else {
        continue
      }
      return String(words[dash + 1])
    }
    return nil
  }
}
