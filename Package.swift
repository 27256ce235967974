// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode, imports internal unless said otherwise, no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  // Without Foundation nothing else asks for the C mathematics library that Double's rounding calls.
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: [.linkedLibrary("m")])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "kiso",
  products: [
    .library(name: "OpenDocument", targets: ["OpenDocument", "XMLTree", "ZipArchive"]),
    .library(name: "Paperwork", targets: ["Paperwork", "FormModel", "OpenDocument", "XMLTree"]),
    .executable(name: "kiso", targets: ["kiso"]),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),

    library("Spelling"),
    library("Files"),
    library("XMLTree", ["CLibXML2"]),
    library("ZipArchive", ["CLibZip", "CDeflate"]),
    library("OpenDocument", ["XMLTree", "ZipArchive"]),
    library("FormModel", ["XMLTree", "CJansson", "Spelling"]),
    library("Paperwork", ["Files", "FormModel", "OpenDocument", "XMLTree"]),
    library("Printing", ["Files"]),
    library("Terminal", ["Spelling"]),
    .executableTarget(
      name: "kiso", dependencies: ["Files", "Paperwork", "Printing", "Terminal"], swiftSettings: strict),

    tests("SpellingTests", ["Spelling"]),
    tests("FilesTests", ["Files"]),
    tests("XMLTreeTests", ["XMLTree"]),
    tests("ZipArchiveTests", ["ZipArchive"]),
    tests("OpenDocumentTests", ["OpenDocument", "XMLTree", "ZipArchive"], exclude: ["Fixtures"]),
    tests("FormModelTests", ["FormModel", "XMLTree"]),
    tests("PaperworkTests", ["Files", "Paperwork", "XMLTree", "ZipArchive"]),
    tests("PrintingTests", ["Files", "Printing"]),
    tests("TerminalTests", ["Terminal"]),
    tests(
      "KisoTests", ["kiso", "Files", "OpenDocument", "Paperwork", "XMLTree", "ZipArchive"],
      exclude: ["Fixtures", "Goldens"]),
  ]
)
