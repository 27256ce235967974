package import FormModel
import OpenDocument
import Paperwork
import XMLTree

/// Puts papers of one form to the proof; one for each worker.
package struct RecordProof {
  package let town: ProvenTown
  package let form: FormDefinition
  let schema: RelaxNGSchema
  /// What is counted besides: values that stand on the page, and those that no page prints.
  package var unprinted: [String: Int] = [:]

  /// A proof for papers of a form.
  package init(_ form: FormDefinition, in town: ProvenTown) throws {
    (self.town, self.form) = (town, form)
    schema = try RelaxNGSchema(parsing: RecordSchema(form, library: town.library).bytes(.relaxNG))
  }

  /// Which claims do not hold for a paper; nil when it is no valid one.
  ///
  /// `wanted` names the claims that matter; others are left out where that saves time.
  package mutating func failures(
    of paper: GeneratedPaper, _ wanted: Set<Failure.Claim> = Set(Failure.Claim.allCases)
  ) throws -> [Failure]? {
    let first = try town.evaluate(paper.record, among: paper.companions)
    guard first.errors.isEmpty else { return nil }
    var failures = wanted.contains(.formats) ? formats(first) : []
    if wanted == [.formats] { return failures }
    let sheets: [MadeSheet]
    do {
      sheets = try town.sheets(of: paper)
      if wanted.contains(.bytes), try town.sheets(of: paper).map(\.bytes) != sheets.map(\.bytes) {
        failures.append(Failure(claim: .bytes, detail: "two files"))
      }
    } catch {
      return failures + [Failure(claim: .renders, detail: "\(error)")]
    }
    for sheet in sheets {
      for (bytes, isFillable) in [(sheet.final, false), (sheet.fillable, true)] {
        let parts = PaperParts(bytes)
        let kind = isFillable ? "fillable: " : "final: "
        var own: [Failure] = []
        if wanted.contains(.structure) {
          own += StructureCheck.all(parts, office: town.office).map { Failure(claim: .structure, detail: $0) }
        }
        if wanted.contains(.readsBack) { own += readsBack(sheet, bytes) }
        own += ticks(sheet, parts)
        own += hidden(sheet, of: first, parts)
        if !isFillable { own += text(sheet, bytes, parts) }
        failures += own.map { Failure(claim: $0.claim, detail: kind + $0.detail) }
      }
    }
    return failures
  }

  /// XML and JSON give the same record again, and the schema takes it.
  private func formats(_ paper: EvaluatedRecord) -> [Failure] {
    var failures: [Failure] = []
    for record in [paper.given, paper.record] {
      let xml = record.xml()
      for (name, bytes) in [("XML", xml), ("JSON", record.json(form: form))] {
        do {
          var reader = RecordReader(library: town.library, day: town.day)
          let (again, findings) = try reader.record(from: try RecordReader.raw(bytes))
          if again != record || !findings.isEmpty {
            failures.append(
              Failure(claim: .formats, detail: "\(name): \(findings.map(\.id)) \(again.difference(record))"))
          }
        } catch { failures.append(Failure(claim: .formats, detail: "\(name): \(error)")) }
      }
      do {
        let found = schema.validate(try XMLDocument(parsing: xml))
        if !found.isEmpty { failures.append(Failure(claim: .formats, detail: "schema: \(found.prefix(2))")) }
      } catch { failures.append(Failure(claim: .formats, detail: "schema: \(error)")) }
    }
    return failures
  }

  /// What is read from an untouched document is what its page shows, with nothing to be said about it.
  func readsBack(_ sheet: MadeSheet, _ bytes: [UInt8]) -> [Failure] {
    do {
      let paper = try PaperReader(catalogue: town.catalogue, day: town.day, library: town.library).read(bytes).paper
      var found: [String] = paper.findings.map(\.german)
      if paper.record != sheet.shown.shown { found.append(paper.record.difference(sheet.shown.shown)) }
      found += paper.readings.filter { $0.status != .unchanged }.map { "\($0.path): \($0.status)" }
      found += paper.changes.map { "a text changed: \($0)" }
      return found.isEmpty ? [] : [Failure(claim: .readsBack, detail: found.prefix(4).joined(separator: " · "))]
    } catch {
      return [Failure(claim: .readsBack, detail: "\(error)")]
    }
  }
}
