// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "note",
  dependencies: [.package(name: "kiso", path: "../..")],
  targets: [
    .executableTarget(name: "note", dependencies: [.product(name: "Paperwork", package: "kiso")])
  ]
)
