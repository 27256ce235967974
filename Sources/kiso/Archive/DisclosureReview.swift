import Delivery
import Paperwork
import Terminal

/// What somebody looks through before a disclosure is written.
struct DisclosureReview {
  private let disclosure: CaseDisclosure
  private let grounds: CodeList?
  private let context: CommandContext

  init(_ disclosure: CaseDisclosure, _ grounds: CodeList?, _ context: CommandContext) {
    (self.disclosure, self.grounds, self.context) = (disclosure, grounds, context)
  }

  /// A line for everything that is left out, which is also what the code stands for.
  var lines: [String] {
    disclosure.masks.enumerated().map { number, mask in
      "\(number + 1)  \(Finding.harmless(mask.line(grounds)))" + (mask.mayBeShown ? " *" : "")
    }
  }

  /// Whether a person at the terminal agrees; elsewhere says how to agree.
  func isAgreed(_ code: String, _ number: String, isOpen: Bool) throws -> Bool {
    try context.output(
      "\(disclosure.paperCount) Papiere. Nicht enthalten wären \(lines.count) Angaben:\n"
        + lines.map { "  \($0)\n" }.joined() + "\n")
    if lines.contains(where: { $0.hasSuffix("*") }) {
      try context.output(
        "* lässt sich mitteilen, wenn Sie es gelesen haben: --show NR,... (--text zeigt den Inhalt)\n\n")
    }
    if isOpen {
      for (place, mask) in disclosure.masks.enumerated() {
        guard let text = disclosure.text(of: mask) else { continue }
        try context.output("\(place + 1)  \(Finding.harmless(mask.label)):\n\(Finding.harmless(text))\n\n")
      }
    }
    if context.surroundings.isAttended(), context.surroundings.isOutputShown() {
      return ["j", "ja"].contains(try context.surroundings.readLine("So ausgeben? [j/N] ").lowercased())
    }
    try context.output(
      "Noch ist nichts ausgegeben. Genau das gibt aus:\n  kiso archive disclose \(number) … --accept \(code)\n")
    return false
  }
}

extension CaseDisclosure.Refusal {
  /// What stands in the way, and what to do.
  var german: String {
    switch self {
    case .notDeclared: "[AUSKUNFT-NICHT-VORGESEHEN] Diese Stadt sieht keine Auskunft vor (disclosure in retention.xml)."
    case .unknownPerson:
      "[AUSKUNFT-PERSON] Kein Papier des Vorgangs nennt diese Person mit ganzem Namen. Bitte die Nummer prüfen."
    case .severalPeople:
      "[AUSKUNFT-MEHRERE] Unter diesem Namen stehen verschiedene Geburtsdaten in den Papieren; es könnten zwei Menschen sein. Bitte erst die Papiere berichtigen."
    case .unreadable(let title):
      "[AUSKUNFT-UNLESBAR] \(Finding.harmless(title)) kann nicht gelesen werden; was darin über wen steht, ist nicht bekannt. Nichts wurde ausgegeben."
    }
  }
}
