// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode, imports internal unless said otherwise, no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// What is shipped, compiled for speed where somebody asks for it: tests of all of it take a third of the time then.
///
/// Only from the environment, because a package with such flags could not be used by others.
let shipped: [SwiftSetting] = strict + (Context.environment["KISO_OPTIMIZED"] == "1" ? [.unsafeFlags(["-O"])] : [])

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  // Without Foundation nothing else asks for the C mathematics library that Double's rounding calls.
  .target(
    name: name, dependencies: dependencies, swiftSettings: shipped, linkerSettings: [.linkedLibrary("m")])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "kiso",
  products: [
    .library(name: "OpenDocument", targets: ["OpenDocument", "Secrets", "XMLTree", "ZipArchive"]),
    .library(
      name: "Paperwork",
      targets: ["Paperwork", "Casework", "FormModel", "OpenDocument", "Secrets", "Workers", "XMLTree"]),
    .library(name: "Delivery", targets: ["Delivery", "Paperwork", "Printing", "RecordArchive"]),
    .library(name: "RecordArchive", targets: ["RecordArchive", "FormModel", "Secrets"]),
    .executable(name: "kiso", targets: ["kiso"]),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLinux"),

    library("Snapshots"),
    library("Spelling"),
    library("Workers"),
    library("Files", ["CLinux"]),
    library("Secrets", ["CLinux", "Files"]),
    library("XMLTree", ["CLibXML2"]),
    library("ZipArchive", ["CLibZip", "CDeflate"]),
    library("OpenDocument", ["CArgon2", "CCrypto", "Secrets", "Snapshots", "XMLTree", "ZipArchive"]),
    library("FormModel", ["XMLTree", "CJansson", "Spelling", "Snapshots"]),
    library("Casework", ["FormModel", "Snapshots"]),
    library("Conversation", ["Files", "FormModel"]),
    library(
      "Paperwork",
      [
        "Casework", "Conversation", "Files", "FormModel", "OpenDocument", "Secrets", "Spelling", "Workers", "XMLTree",
        "ZipArchive",
      ]),
    library("RecordArchive", ["CLinux", "CSQLite", "CSodium", "Files", "FormModel", "Secrets"]),
    library("Printing", ["Files"]),
    library("Delivery", ["Casework", "Files", "Paperwork", "Printing", "RecordArchive", "Workers"]),
    library("Terminal", ["Spelling"]),
    .executableTarget(
      name: "kiso",
      dependencies: [
        "Casework", "Conversation", "Delivery", "Files", "Paperwork", "Printing", "RecordArchive", "Secrets",
        "Terminal",
        "Workers",
      ],
      swiftSettings: shipped),

    // What several test targets need: archives in which every field can lie.
    .target(name: "RawArchives", dependencies: ["ZipArchive"], path: "Tests/RawArchives", swiftSettings: shipped),

    // Papers and templates made by chance, and what must hold of them: for the tests, and for Scripts/prove.
    .target(
      name: "Proofs",
      dependencies: ["Files", "FormModel", "OpenDocument", "Paperwork", "Workers", "XMLTree", "ZipArchive"],
      path: "Tests/Proofs", swiftSettings: shipped),
    .executableTarget(
      name: "prove", dependencies: ["Files", "FormModel", "Proofs", "Workers"], path: "Tests/Prove",
      swiftSettings: strict),

    // Kills and faults need a process of their own; it is built for the tests alone.
    .executableTarget(
      name: "archive-exercise", dependencies: ["Files", "FormModel", "RecordArchive", "Secrets"],
      path: "Tests/ArchiveExercise", swiftSettings: shipped),

    tests("SpellingTests", ["Spelling"]),
    tests("SnapshotsTests", ["Snapshots"]),
    tests("WorkersTests", ["Workers"]),
    tests("FilesTests", ["Files"]),
    tests("SecretsTests", ["Secrets"]),
    tests("XMLTreeTests", ["XMLTree"]),
    tests("ZipArchiveTests", ["RawArchives", "ZipArchive"]),
    tests("OpenDocumentTests", ["OpenDocument", "Secrets", "XMLTree", "ZipArchive"], exclude: ["Fixtures"]),
    tests("FormModelTests", ["Files", "FormModel"]),
    tests("CaseworkTests", ["Casework", "FormModel"], exclude: ["verdicts.py"]),
    tests("ConversationTests", ["Conversation", "Files", "FormModel", "Paperwork"]),
    tests(
      "PaperworkTests",
      ["Files", "FormModel", "OpenDocument", "Paperwork", "Proofs", "Secrets", "Spelling", "XMLTree", "ZipArchive"],
      exclude: ["Statistics/counting.py"]),
    tests("PrintingTests", ["Files", "Printing"]),
    tests(
      "RecordArchiveTests", ["Files", "FormModel", "Paperwork", "RecordArchive", "Secrets"], exclude: ["Fixtures"]),
    tests("TerminalTests", ["Terminal"]),
    tests(
      "KisoTests",
      [
        "kiso", "archive-exercise", "Conversation", "Delivery", "Files", "FormModel", "OpenDocument", "Paperwork",
        "Printing",
        "Proofs", "RawArchives", "RecordArchive", "Secrets", "Terminal", "Workers", "XMLTree", "ZipArchive",
      ],
      exclude: ["Fill/Gespraeche", "Fixtures", "Goldens", "Outside", "Pages/Looking", "Support/editor.py"]),
  ]
)
