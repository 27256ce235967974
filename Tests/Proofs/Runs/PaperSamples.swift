import Files
import FormModel
import Paperwork

/// Generated papers of all forms and kinds, to be opened and saved by another program.
package enum PaperSamples {
  /// A paper as a file.
  package struct Sample: Sendable {
    /// Its name, without folder.
    package let name: String
    /// The file.
    package let bytes: [UInt8]
  }

  /// So many papers: final and fillable ones of every form in turn.
  package static func make(_ count: Int, of seed: UInt64, in town: ProvenTown) throws -> [Sample] {
    var samples: [Sample] = []
    var number = 0
    while samples.count < count {
      for form in town.forms {
        let paper = try GeneratedPaper(number, of: seed, form: form, in: town)
        guard paper.errors.isEmpty else { continue }
        for (index, sheet) in try town.sheets(of: paper).enumerated() {
          for (kind, bytes) in [("final", sheet.final), ("fillable", sheet.fillable)] {
            samples.append(Sample(name: "\(form.id)-\(number)-\(index + 1)-\(kind).odt", bytes: bytes))
          }
        }
      }
      number += 1
    }
    return Array(samples.prefix(count))
  }

  /// What is read otherwise from the files that a program saved than from those it was given.
  package static func complaints(
    of folder: String, saved: String, in town: ProvenTown
  ) throws -> (compared: Int, complaints: [String]) {
    let reader = PaperReader(catalogue: town.catalogue, day: town.day, library: town.library)
    var complaints: [String] = []
    var compared = 0
    for path in try DirectoryListing.files(in: folder, withExtension: "odt") {
      let name = FilePath.lastComponent(of: path)
      compared += 1
      do {
        let before = try reader.read(try FileReader.bytes(at: path, limit: 1 << 26)).paper
        let after = try reader.read(try FileReader.bytes(at: FilePath.joining(saved, name), limit: 1 << 26)).paper
        let told = after.findings.map(\.german).filter { !before.findings.map(\.german).contains($0) }
        if after.record != before.record || !told.isEmpty {
          complaints.append("\(name): \(after.record.difference(before.record)) \(told.prefix(3))")
        }
      } catch {
        complaints.append("\(name): \(error)")
      }
    }
    return (compared, complaints)
  }
}
