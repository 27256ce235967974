// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "kiso", path: "..")],
  targets: [
    .executableTarget(
      name: "kiso-bench",
      dependencies: [
        .product(name: "OpenDocument", package: "kiso"), .product(name: "Paperwork", package: "kiso"),
      ]),
    .systemLibrary(name: "SQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(
      name: "archive-figures",
      dependencies: [
        "SQLite", .product(name: "RecordArchive", package: "kiso"), .product(name: "Paperwork", package: "kiso"),
      ]),
  ]
)
