import Foundation
import Paperwork
import Testing

@testable import FormModel

/// The papers of a service that a script invents, and the figures that another one counts from them.
struct InventedService {
  /// Where the papers lie: `papiere`, `spaet`, `berichtigt` and `geloescht.txt`.
  let folder: URL
  let library: FormLibrary
  let day: Day

  /// Invents a service with a number of families a year; the same seed gives the same papers.
  init(seed: Int, families: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID().uuidString)")
    library = try Repository.library()
    day = try #require(Day(iso: "2025-12-15"))
    _ = try Self.python([
      Repository.root + "/" + "Scripts/invent-service", folder.path, "--seed", "\(seed)", "--families", "\(families)",
    ])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The papers of some of its folders, without those of these names.
  func papers(_ folders: [String], without names: Set<String> = []) throws -> [Record] {
    try folders.flatMap { name -> [Record] in
      let place = folder.appending(path: name)
      let files = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
      var reader = RecordReader(library: library, day: day)
      return try files.filter { !names.contains($0) }.map { file in
        let bytes = [UInt8](try Data(contentsOf: place.appending(path: file)))
        return try reader.record(from: try RecordReader.raw(bytes)).record
      }
    }
  }

  /// The names of the papers that retention has deleted.
  func deleted() throws -> Set<String> {
    let text = try String(contentsOf: folder.appending(path: "geloescht.txt"), encoding: .utf8)
    return Set(text.split(separator: "\n").map(String.init))
  }

  /// What the other program counts: by area, part, and path of the figure.
  func expected(_ folders: [String], _ first: String, _ last: String) throws -> [String: [String: [String: Int]]] {
    let script = Repository.root + "/" + "Tests/PaperworkTests/Statistics/counting.py"
    let text = try Self.python(
      [script, "--lists", Repository.root + "/" + "Forms/bochum/lists", "--first", first, "--last", last]
        + folders.map { folder.appending(path: $0).path })
    let object = try #require(try JSONSerialization.jsonObject(with: text) as? [String: [String: [String: Any]]])
    return object.mapValues { parts in
      parts.mapValues { figures in
        var paths: [String: Int] = [:]
        for (name, value) in figures {
          if let months = value as? [String: Int] {
            for (month, figure) in months { paths["\(name)/\(month)"] = figure }
          } else {
            paths[name] = value as? Int
          }
        }
        return paths
      }
    }
  }

  /// A sheet of a period and an area that nothing was counted into; `filled` with what is entered by hand, such as visits.
  func filling(_ form: String, _ period: String, _ area: String, filled: Bool = false) throws -> Filling {
    let parts = area.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var filling = Filling(form: try Repository.form(form, in: library), library: library, day: day)
    try filling.set(try #require(CountedPeriod(period)))
    try filling.set("ebene=\(parts[0])")
    if parts[0] == "fachkraft" { try filling.set("fachkraft/name=\(parts[1])") }
    if parts[0] != "gesamtstadt" { try filling.set("stadtbezirk=\(parts[0] == "stadtbezirk" ? parts[1] : "1")") }
    guard filled else { return filling }
    if parts[0] != "fachkraft" { try filling.set("fachkraft/name=Lea Leitung") }
    for item in try Repository.form(form, in: library).items {
      guard case .group(let group) = item, group.common.id.hasPrefix("c") else { continue }
      for month in 1...3 where !group.common.id.hasSuffix("summe") {
        try filling.set("\(group.common.id)/monat_\(month)=\(month)")
      }
    }
    return filling
  }

  /// The figures that the product counts for an area.
  func counted(
    _ form: String, _ papers: [CountedPaper], _ plan: CountingPlan, _ period: String, _ area: String,
    filled: Bool = false
  ) throws -> Tally {
    try filling(form, period, area, filled: filled).count(papers, plan)
  }

  /// What differs for one part of the statistics in all areas.
  func differences(
    _ part: String, _ folders: [String], _ period: String, _ first: String, _ last: String, areas: Set<String>? = nil
  )
    throws -> (figures: Int, different: [String])
  {
    let form = part == "part1" ? "statistik-teil1" : "statistik-teil2"
    let plan = CountingPlan(for: try Repository.form(form, in: library), library: library, day: day)
    let papers = try papers(folders).map { try plan.reduce($0) }
    var different: [String] = []
    var figures = 0
    for (area, parts) in try expected(folders, first, last).sorted(by: { $0.key < $1.key })
    where areas?.contains(area) ?? true {
      let record = try counted(form, papers, plan, period, area).record
      for (name, value) in (parts[part] ?? [:]).sorted(by: { $0.key < $1.key }) {
        figures += 1
        let found = RecordPath(name).flatMap { record.contents(at: $0).first }
        if found != .value(String(value)) {
          different.append("\(area) \(name): \(value), not \(String(describing: found))")
        }
      }
    }
    return (figures, different)
  }

  static func python(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }
}
