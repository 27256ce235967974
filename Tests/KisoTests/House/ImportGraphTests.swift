import Files
import Testing

/// What is imported is declared, what is declared is imported, the drawing shows it, and no file is too long.
struct ImportGraphTests {
  private static let manifest = Result { try Manifest.read() }

  private func targets() throws -> [Manifest.Target] { try Self.manifest.get().targets }

  /// The modules of this package that the sources of a target import.
  private func imports(of target: Manifest.Target, among known: Set<String>) throws -> Set<String> {
    let find = ["/usr/bin/find", Repository.path(target.folder), "-name", "*.swift"]
    let files = try Program.run(find).output.split(separator: "\n")
    var found: Set<String> = []
    for file in files {
      let text = String(decoding: try FileReader.bytes(at: String(file), limit: 1 << 20), as: UTF8.self)
      for line in text.matches(of: /(?m)^\s*(?:@\w+ )*(?:\w+ )?import (?:(?:struct|class|enum|func|protocol) )?(\w+)/) {
        found.insert(String(line.1))
      }
    }
    return found.intersection(known).subtracting([target.name])
  }

  @Test func whatIsImportedIsDeclaredAndTheOtherWayRound() throws {
    let targets = try targets()
    let known = Set(targets.map(\.name))
    // A program is declared so that it is built, and is started, not imported.
    let programs = Set(targets.filter { $0.type == "executable" }.map(\.name))
    for target in targets where target.type != "system" {
      let imported = try imports(of: target, among: known)
      let declared = Set(target.needs)
      let undeclared = imported.subtracting(declared).sorted()
      let unused = declared.subtracting(imported).subtracting(programs).sorted()
      #expect(undeclared == [], "Package.swift: add these to the dependencies of \(target.name)")
      #expect(unused == [], "Package.swift: no file in \(target.folder) imports these; take them from \(target.name)")
    }
  }

  @Test func noTargetNeedsItselfByAnyWay() throws {
    var open = try targets()
    // Whoever needs nothing that is still open is done; a circle is never done.
    while let next = open.firstIndex(where: { target in
      !open.contains { target.needs.contains($0.name) }
    }) {
      open.remove(at: next)
    }
    #expect(open.map(\.name) == [], "these need each other")
  }

  @Test func theDrawingInArchitectureIsWhatThePackageDeclares() throws {
    let lines = try targets().filter { $0.folder.hasPrefix("Sources/") && !$0.needs.isEmpty }
      .map { "  \($0.name) --> \($0.needs.joined(separator: " & "))" }
    let drawing = (["```mermaid", "graph TD"] + lines + ["```"]).joined(separator: "\n")
    let text = try Repository.text("Documentation/Architecture.md")
    let drawn = text.firstMatch(of: /```mermaid\n(?:.*\n)*?```/).map { String($0.0) }
    #expect(drawn == drawing, "Documentation/Architecture.md: the drawing must be\n\(drawing)")
  }

  @Test func noSourceFileIsLongerThan320Lines() throws {
    let find = ["/usr/bin/find", Repository.path("Sources"), "-name", "*.swift"]
    let files = try Program.run(find).output.split(separator: "\n").map(String.init)
    #expect(files.count > 100)
    for file in files {
      let count = try FileReader.bytes(at: file, limit: 1 << 20).count { $0 == 0x0A }
      #expect(count <= 320, "\(file.dropFirst(Repository.root.count + 1)): split it by what it is about")
    }
  }
}
