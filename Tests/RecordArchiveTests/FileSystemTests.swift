import Testing

@testable import RecordArchive

/// Where an archive may lie.
@Suite struct FileSystemTests {
  @Test(arguments: [
    (0x6969, true), (0xFF53_4D42, true), (0xFE53_4D42, true), (0x517B, true), (0x0102_1997, true),
    (0xEF53, false), (0x5846_5342, false), (0x0102_1994, false), (0x9123_683E, false), (0x794C_7630, false),
  ])
  func `Shares are known by their number`(_ kind: Int, _ isShare: Bool) {
    #expect(LocalFileSystem.isShare(UInt64(kind)) == isShare)
  }

  @Test(arguments: [
    ("fuse.sshfs", true), ("fuse.rclone", true), ("fuse.gvfsd-fuse", true), ("fuse.davfs", true), ("", true),
    ("fuseblk", false), ("fuse.gocryptfs", false), ("fuse.ntfs-3g", false),
  ])
  func `Of file systems in user space only those known to be local pass`(_ name: String, _ isForeign: Bool) {
    #expect(LocalFileSystem.isForeignFuse(name) == isForeign)
  }

  @Test func `The type of a mount is found by its device`() {
    let table = """
      24 30 0:22 / /proc rw,nosuid shared:13 - proc proc rw
      30 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
      88 30 0:45 / /home/jw/netz rw,nosuid,nodev shared:50 - fuse.sshfs jw@server:/ rw,user_id=1000
      """
    #expect(LocalFileSystem.typeName(ofDevice: "0:45", in: table) == "fuse.sshfs")
    #expect(LocalFileSystem.typeName(ofDevice: "254:0", in: table) == "ext4")
    #expect(LocalFileSystem.typeName(ofDevice: "9:9", in: table) == nil)
  }
}
