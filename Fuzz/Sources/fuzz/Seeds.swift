import FuzzTargets
import Glibc

/// The seed corpus of every target.
enum Seeds {
  /// Writes it: seeds FOLDER.
  static func write(_ words: [String]) {
    guard words.count == 2 else {
      print("seeds FOLDER")
      exit(64)
    }
    let folder = words[1]
    mkdir(folder, 0o700)
    for target in FuzzTarget.allCases {
      mkdir("\(folder)/\(target.rawValue)", 0o700)
      let seeds = target.seeds
      for (name, bytes) in seeds {
        guard let file = fopen("\(folder)/\(target.rawValue)/\(name)", "w") else { exit(73) }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
      }
      print("\(target.rawValue): \(seeds.count)")
    }
  }
}
