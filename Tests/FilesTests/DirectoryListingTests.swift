import Files
import Glibc
import Testing

struct DirectoryListingTests {
  @Test func filesComeSortedByBytesAndFilteredByExtension() throws {
    try withScratch { folder in
      for name in ["b.xml", "B.XML", "a.xml", "ä.xml", "c.json", ".versteckt.xml", "xml"] {
        try AtomicFile.write([1], to: folder + "/" + name)
      }
      mkdir(folder + "/ordner.xml", 0o700)
      symlink("a.xml", folder + "/link.xml")
      symlink("fehlt", folder + "/tot.xml")
      let found = try DirectoryListing.files(in: folder, withExtension: "xml")
      #expect(found == ["B.XML", "a.xml", "b.xml", "link.xml", "ä.xml"].map { folder + "/" + $0 })
      #expect(try DirectoryListing.files(in: folder).count == 7)
    }
  }

  @Test(arguments: [
    ("/fehlt", FileFailure.Code.noSuchFile), ("/dev/null", .notDirectory), ("", .badPath),
  ])
  func whatIsNoFolderHasItsCode(path: String, code: FileFailure.Code) {
    let failure = failure { () throws(FileFailure) in _ = try DirectoryListing.files(in: path) }
    #expect(failure?.code == code)
  }
}

struct FilePathTests {
  @Test(arguments: [
    ("a/b.odt", "a", "b.odt", "odt", "b"), ("b.odt", ".", "b.odt", "odt", "b"),
    ("/b", "/", "b", "", "b"), ("/", "/", "/", "", "/"), ("a/b/", "a", "b", "", "b"),
    ("a//b", "a", "b", "", "b"), ("", ".", "", "", ""), (".profile", ".", ".profile", "", ".profile"),
    ("x/Größe.tar.GZ", "x", "Größe.tar.GZ", "gz", "Größe.tar"), ("a.", ".", "a.", "", "a"),
  ])
  func aPathIsTakenApart(
    path: String, parent: String, last: String, pathExtension: String, stem: String
  ) {
    #expect(FilePath.parent(of: path) == parent)
    #expect(FilePath.lastComponent(of: path) == last)
    #expect(FilePath.pathExtension(of: path) == pathExtension)
    #expect(FilePath.stem(of: path) == stem)
  }

  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "b", "/b"), ("a", "/b", "/b"), (".", "b", "b"),
    ("", "b", "b"),
  ])
  func aFolderAndANameAreJoined(folder: String, name: String, joined: String) {
    #expect(FilePath.joining(folder, name) == joined)
  }
}
