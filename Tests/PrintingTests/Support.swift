import Files
import Glibc
import Printing
import Testing

/// Whether tests with the real LibreOffice run: it is installed and nobody asked to leave it out.
let hasOffice: Bool = {
  if let value = getenv("KISO_WITHOUT_OFFICE"), String(cString: value) == "1" { return false }
  return (try? LibreOffice.find()) != nil
}()

/// A flat document of one page with the given paragraphs' markup.
func flatText(_ body: String) -> [UInt8] {
  let namespaces = ["office", "text", "drawing", "svg-compatible", "form", "style"]
    .map { name in
      let prefix = ["drawing": "draw", "svg-compatible": "svg"][name] ?? name
      return "xmlns:\(prefix)=\"urn:oasis:names:tc:opendocument:xmlns:\(name):1.0\""
    }
    .joined(separator: " ")
  return Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document \(namespaces) xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" \
    office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>\(body)\
    </office:text></office:body></office:document>
    """.utf8)
}

func link(to address: String) -> String {
  """
  <text:p>Bild <draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm"><draw:image \
  xlink:href="\(address)" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
  """
}

func failure(of body: () throws(PrintingFailure) -> Void) -> PrintingFailure? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

/// The running processes, zombies left out, whose command line or folder lies under a path.
func processes(under path: String) -> [String] {
  entries(of: "/proc").filter { name in
    guard Int32(name) != nil else { return false }
    let words = (try? FileReader.bytes(at: "/proc/\(name)/cmdline", limit: 1 << 20)) ?? []
    if String(decoding: words, as: UTF8.self).contains(path) { return true }
    var space = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/\(name)/cwd", &space, 4095)
    guard count > 0 else { return false }
    return String(decoding: space.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self).hasPrefix(path)
  }
}

func entries(of folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

func contains(_ bytes: [UInt8], _ text: String) -> Bool {
  let mark = Array(text.utf8)
  guard bytes.count >= mark.count, let first = mark.first else { return false }
  return (0...(bytes.count - mark.count)).contains { bytes[$0] == first && bytes[$0...].starts(with: mark) }
}

/// Writes a shell script that stands in for an outside program.
func standIn(_ script: String, in folder: String, named name: String = "soffice") throws -> String {
  let path = FilePath.joining(folder, name)
  try AtomicFile.write(Array("#!/bin/sh\n\(script)\n".utf8), to: path, permissions: 0o700)
  // A process that another test started meanwhile may hold a copy of the descriptor for a moment, and
  // what is open for writing cannot be run (ETXTBSY). A read lease is given once nobody writes.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  defer { close(descriptor) }
  let setLease: Int32 = 1024
  for _ in 0..<200 where fcntl(descriptor, setLease, F_RDLCK) != 0 { usleep(10_000) }
  return path
}
