// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that kiso itself is built without sanitizers and without these programs.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "kiso", path: "..")],
  targets: [
    .target(
      name: "FuzzTargets",
      dependencies: [.product(name: "OpenDocument", package: "kiso"), .product(name: "Paperwork", package: "kiso")]),
    // Its main is that of libFuzzer.
    .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"]),
    .executableTarget(name: "mutants", dependencies: ["FuzzTargets"]),
  ]
)
