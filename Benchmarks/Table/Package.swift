// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "table",
  dependencies: [.package(name: "kiso", path: "../..")],
  targets: [
    .executableTarget(name: "table", dependencies: [.product(name: "OpenDocument", package: "kiso")])
  ]
)
