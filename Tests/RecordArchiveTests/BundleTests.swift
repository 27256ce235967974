import Files
import FormModel
import Testing

@testable import RecordArchive

/// What leaves sealed and what comes in sealed.
@Suite struct BundleTests {
  private func bundle(_ sizes: [Int]) -> SealedBundle {
    SealedBundle(
      notes: ["case": "KSA-2-2025-0147"],
      items: sizes.enumerated().map { index, size in
        SealedBundle.Item(
          name: "datei-\(index)", mediaType: "application/pdf", bytes: (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) })
      })
  }

  @Test(arguments: [[], [0], [1], [65_000, 3], [65_536], [200_000, 0, 131_072]])
  func `Only the recipient opens it, and gets what was put in`(_ sizes: [Int]) throws {
    let test = try TestArchive()
    let sent = bundle(sizes)
    let sealed = try sent.sealed(to: test.archive.recipientKey)
    #expect(try test.archive.open(bundle: sealed) == sent)
    let other = try TestArchive()
    #expect(failure { _ = try other.archive.open(bundle: sealed) } == .bundleForeign)
    if let first = sent.items.first(where: { $0.bytes.count > 100 }) {
      let piece = Array(first.bytes[40..<80])
      #expect(!sealed.indices.contains { sealed[$0...].starts(with: piece) })
    }
  }

  @Test func `Changed, cut and lengthened bundles are refused`() throws {
    let test = try TestArchive()
    let sealed = try bundle([70_000]).sealed(to: test.archive.recipientKey)
    for offset in stride(from: 0, to: sealed.count, by: 997) {
      var changed = sealed
      changed[offset] ^= 4
      #expect(failure { _ = try test.archive.open(bundle: changed) } != nil, "\(offset)")
    }
    for length in [0, 7, 100, 150, sealed.count - 1, sealed.count - 4_600] {
      #expect(failure { _ = try test.archive.open(bundle: Array(sealed.prefix(length))) } == .bundleDamaged)
    }
    #expect(failure { _ = try test.archive.open(bundle: sealed + [0]) } == .bundleDamaged)
  }

  @Test func `A recipient's key survives being written down, and a slip is noticed`() throws {
    let key = try TestArchive().archive.recipientKey
    #expect(RecipientKey(key.text) == key && RecipientKey(key.text + "\n") == key)
    var text = Array(key.text)
    text[30] = text[30] == "0" ? "1" : "0"
    #expect(RecipientKey(String(text)) == nil && RecipientKey("") == nil && RecipientKey("KISO-EMPFANG-1 ab cd") == nil)
    #expect(key.fingerprint.count == 19)
  }

  @Test func `What was sealed before a person left can still be opened`() throws {
    let test = try TestArchive()
    try test.archive.add(NewAccess(label: "MT", credential: passphrase("noch eine andere Phrase"), cost: cheap))
    let sealed = try bundle([10]).sealed(to: test.archive.recipientKey)
    try test.archive.remove(person: "MT")
    #expect(try test.reopened().open(bundle: sealed).items.count == 1)
  }

  @Test func `A bundle that was taken in is known`() throws {
    let test = try TestArchive()
    let sent = bundle([10])
    var paper = note(1)
    paper.bundle = sent.id
    #expect(try test.archive.entry(fromBundle: sent.id) == nil)
    let id = try test.archive.store(paper, today: day("2025-11-20"))
    #expect(try test.reopened().entry(fromBundle: sent.id)?.id == id)
    #expect(try test.reopened().entry(fromBundle: []) == nil)
  }
}
