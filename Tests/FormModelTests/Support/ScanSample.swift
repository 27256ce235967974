import Files
import Testing

@testable import FormModel

/// The word lists of this repository, which every town shares.
enum ScanSample {
  /// The lists alone, without forms and a town.
  static let library: FormLibrary = {
    let root = (1...4).reduce(#filePath) { path, _ in FilePath.parent(of: path) }
    let folder = FilePath.joining(root, "Forms")
    let names = [
      "anreden", "titel", "keine_namen", "strassenendungen", "keine_strassen", "mengenwoerter", "schutzwoerter",
    ]
    let files = names.compactMap { name in
      (try? FileReader.bytes(at: FilePath.joining(folder, "\(name).xml"), limit: 1 << 20)).map {
        SourceFile(name: "Forms/\(name).xml", bytes: $0)
      }
    }
    guard let library = try? FormLibrary.lenient(files: files, schema: nil).library else {
      fatalError("the word lists of Forms cannot be read")
    }
    return library
  }()

  static let words = ScanWords(library)
}
