import Foundation

/// What Package.swift declares, as SwiftPM reads it.
struct Manifest: Decodable {
  /// A target with its folder and what it declares to need.
  struct Target: Decodable {
    let name: String
    /// `regular`, `executable`, `test` or `system`.
    let type: String
    private let path: String?
    private let dependencies: [Dependency]

    /// The names of the targets it declares to need, sorted.
    var needs: [String] { dependencies.map(\.name).sorted() }

    /// The folder with its sources, relative to the root.
    var folder: String { path ?? (type == "test" ? "Tests/\(name)" : "Sources/\(name)") }
  }

  /// One dependency: a single member such as `byName`, whose list begins with the name.
  private struct Dependency: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
      let lists = try [String: [String?]](from: decoder)
      name = lists.values.first?.first.flatMap { $0 } ?? ""
    }
  }

  let targets: [Target]

  /// Asks SwiftPM.
  static func read() throws -> Manifest {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    // In a folder of its own: `swift test` holds the lock of the usual one.
    let scratch = try Scratch()
    let words = ["swift", "package", "--scratch-path", scratch.path, "dump-package"]
    let run = try Program.run(words, in: Repository.root, environment: ["PATH": path, "HOME": scratch.path])
    guard run.status == 0 else { throw Unreadable(reason: run.errors) }
    return try JSONDecoder().decode(Manifest.self, from: Data(run.bytes))
  }

  struct Unreadable: Error { let reason: String }
}
