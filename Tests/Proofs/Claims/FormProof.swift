package import FormModel
import Paperwork

/// What must hold of a form whatever its record says.
package enum FormProof {
  /// What is wrong with its blank paper and the one that is begun on a screen.
  package static func complaints(about form: FormDefinition, in town: ProvenTown) throws -> [String] {
    var complaints: [String] = []
    for turn in ["once", "twice"] {
      let blank = try town.maker.blank(form.id, as: .odt).bytes
      let begun = try town.maker.fillable(newOf: form.id, as: .odt).documents.map(\.bytes)
      for (kind, bytes) in [("blank", blank)] + begun.map({ ("begun", $0) }) {
        complaints += StructureCheck.all(PaperParts(bytes), office: town.office).map { "\(kind) \(turn): \($0)" }
      }
      if try town.maker.blank(form.id, as: .odt).bytes != blank { complaints.append("the blank is not the same twice") }
    }
    return complaints
  }
}
