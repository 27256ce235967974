import RawArchives
import ZipArchive

extension HostileInput {
  /// Packages whose headers lie about what is where.
  static let headers: [HostileInput] = [
    .init("two archives", "ZIP-ZWEIDEUTIG") { try document().bytes() + document().bytes() },
    .init("archive in the comment", "ZIP-ZWEIDEUTIG") { try raw { $0.comment = RawArchive().bytes } },
    .init("comment cut off", "ZIP-ABGESCHNITTEN") { try raw { $0.commentLength = 9 } },
    .init("second volume", "ZIP-GETEILT") { try raw { $0.volume = 1 } },
    .init("entry on another volume", "ZIP-GETEILT") { try content { $0.volume = 2 } },
    .init("one entry too many", "ZIP-VERZEICHNIS") { try raw { $0.count = $0.entries.count + 1 } },
    .init("one entry too few", "ZIP-VERZEICHNIS") { try raw { $0.count = $0.entries.count - 1 } },
    .init("directory elsewhere", "ZIP-LUECKE") { try raw { $0.directoryOffset = 4 } },
    .init("directory beyond the end", "ZIP-VERZEICHNIS") { try raw { $0.directoryOffset = 1 << 30 } },
    .init("directory of another size", "ZIP-VERZEICHNIS") { try raw { $0.directorySize = 1 << 30 } },
    .init("bytes before the directory", "ZIP-LUECKE") { try raw { $0.beforeDirectory = [1, 2, 3] } },
    .init("bytes behind the directory", "ZIP-LUECKE") { try raw { $0.afterDirectory = [1, 2, 3] } },
    .init("bytes between entries", "ZIP-LUECKE") { try content { $0.gap = Array(secret.utf8) } },
    .init("entry that nobody lists", "ZIP-LUECKE") {
      try adding(RawEntry("geheim.xml").with { $0.isUnlisted = true })
    },
    .init("zip64 size", "ZIP-ZIP64") { try content { $0.size = 0xFFFF_FFFF } },
    .init("zip64 offset", "ZIP-ZIP64") { try content { $0.headerOffset = 0xFFFF_FFFF } },
    .init("zip64 extra field", "ZIP-ZIP64") { try content { $0.extra = extraBlock(1, little32(9) + little32(0)) } },
    .init("zip64 locator", "ZIP-ZIP64") {
      try raw { $0.afterDirectory = little32(0x0706_4B50) + [UInt8](repeating: 0, count: 16) }
    },
    .init("data that reach into the next entry", "ZIP-UEBERLAPPT") { try content { $0.packedSize += 40 } },
    .init("entry in an entry", "ZIP-UEBERLAPPT") {
      let inner = RawEntry("innen.xml")
      return try raw { archive in
        let outer = RawEntry("a", inner.local)
        archive.entries.insert(outer, at: 1)
        let offset = archive.entries[0].local.count + outer.local.count - inner.local.count
        archive.entries.insert(inner.with { ($0.headerOffset, $0.isHollow) = (offset, true) }, at: 2)
      }
    },
    .init("header beyond the end", "ZIP-VERZEICHNIS") { try content { $0.headerOffset = 1 << 30 } },
    .init("header that is none", "ZIP-VERZEICHNIS") { try content { $0.localSignature = 0x0403_4B51 } },
    .init("record that is none", "ZIP-VERZEICHNIS") { try content { $0.centralSignature = 0x0201_4B51 } },
    .init("other name in the header", "ZIP-WIDERSPRUCH") { try content { $0.localName = Array("kontent.xml".utf8) } },
    .init("other method in the header", "ZIP-WIDERSPRUCH") { try content { $0.localMethod = 0 } },
    .init("other size in the header", "ZIP-WIDERSPRUCH") { try content { $0.localSize = 7 } },
    .init("other packed size in the header", "ZIP-WIDERSPRUCH") { try content { $0.localPackedSize = 7 } },
    .init("other checksum in the header", "ZIP-WIDERSPRUCH") { try content { $0.localCRC32 = 7 } },
    .init("other name in unicode", "ZIP-WIDERSPRUCH") {
      try content { $0.extra = extraBlock(0x7075, [1, 0, 0, 0, 0] + Array("anders.xml".utf8)) }
    },
    .init("descriptor that lies", "ZIP-WIDERSPRUCH") {
      try content { entry in
        entry = entry.streamed()
        entry.descriptor[9] ^= 1
      }
    },
    .init("broken extra field", "ZIP-VERZEICHNIS") { try content { $0.extra = [9, 9, 200, 0, 1] } },
    .init("huge extra field", "ZIP-ZU-GROSS") {
      try content { $0.localExtra = extraBlock(9, [UInt8](repeating: 0, count: 9_000)) }
    },
    .init("huge comment of an entry", "ZIP-ZU-GROSS") {
      try content { $0.comment = [UInt8](repeating: 0x61, count: 9_000) }
    },
    .init("device", "ZIP-VERKNUEPFUNG") { try content { $0.attributes = 0o020666 << 16 } },
    .init("pipe", "ZIP-VERKNUEPFUNG") { try content { $0.attributes = 0o010666 << 16 } },
    .init("strong encryption", "ZIP-VERSCHLUESSELT") { try content { $0.flags |= 1 << 6 } },
    .init("aes", "ZIP-VERSCHLUESSELT") { try content { $0.extra = extraBlock(0x9901, [2, 0, 65, 69, 3, 8, 0]) } },
    .init("patch data", "ZIP-METHODE") { try content { $0.flags |= 1 << 5 } },
    .init("deflate 64", "ZIP-METHODE") { try content { ($0.method, $0.localMethod) = (9, 9) } },
    .init("bzip2", "ZIP-METHODE") { try content { ($0.method, $0.localMethod) = (12, 12) } },
    .init("zstandard", "ZIP-METHODE") { try content { ($0.method, $0.localMethod) = (93, 93) } },
    .init("stored with two sizes", "ZIP-GROESSE") { try content { $0.method = 0 } },
    .init("nothing that unpacks to something", "ZIP-GROESSE") {
      try content { ($0.packed, $0.packedSize) = ([], 0) }
    },
    .init("one byte more than declared", "ZIP-GROESSE") { try content { $0.size -= 1 } },
    .init("one byte less than declared", "ZIP-GROESSE") { try content { $0.size += 1 } },
    .init("deflate stream cut off", "ZIP") {
      try content { entry in
        entry.packed.removeLast(100)
        entry.packedSize -= 100
      }
    },
    .init("folder with contents", "ZIP-GROESSE") { try adding(RawEntry("Ordner/", Array(secret.utf8))) },
  ]

  /// Packages with entries whose names lead elsewhere, or stand for another.
  static let names: [HostileInput] = [
    ("empty name", [], "ZIP-NAME"), ("name with a zero", Array("a\0b".utf8), "ZIP-NAME"),
    ("name with a line end", Array("a\nb".utf8), "ZIP-NAME"),
    ("name that is no utf 8", [0x61, 0xC3, 0x28], "ZIP-NAME"),
    ("long name", [UInt8](repeating: 0x61, count: 400), "ZIP-NAME"),
    ("name with a control of latin 1", Array("a\u{9B}b".utf8), "ZIP-NAME"),
    ("drive letter", Array("C:\u{2F}a".utf8), "ZIP-PFAD"),
    ("dot in the path", Array("./content2.xml".utf8), "ZIP-PFAD"),
    ("empty step in the path", Array("a//b".utf8), "ZIP-PFAD"),
    ("dots in the middle", Array("a/../b".utf8), "ZIP-PFAD"),
    ("dots at the end", Array("a/..".utf8), "ZIP-PFAD"), ("network path", Array("//server/a".utf8), "ZIP-PFAD"),
    ("other case", Array("CONTENT.XML".utf8), "ZIP-DOPPELT"),
    ("folder and file", Array("content.xml/".utf8), "ZIP-DOPPELT"),
  ].map { name, bytes, code in
    HostileInput(name, code) {
      try adding(RawEntry(name.hasPrefix("folder") ? "x/" : "x", []).with { $0.name = bytes })
    }
  }
}
