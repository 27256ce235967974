// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "archive-figures",
  dependencies: [.package(name: "kiso", path: "../..")],
  targets: [
    .systemLibrary(name: "SQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(
      name: "archive-figures",
      dependencies: [
        "SQLite", .product(name: "RecordArchive", package: "kiso"), .product(name: "Paperwork", package: "kiso"),
      ]),
  ]
)
