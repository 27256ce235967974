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
          name: "datei-\(index)", mediaType: "application/pdf",
          bytes: (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) })
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

  @Test func `A bundle does not come back when what came with it was deleted`() throws {
    let test = try TestArchive()
    let (sent, second) = (bundle([10]), bundle([11]))
    var paper = note(1, on: day("2024-01-10"))
    paper.bundle = sent.id
    try test.archive.store(paper, today: day("2025-11-20"))
    // A version that came with another bundle.
    paper.parts[0].bytes.append(0x21)
    paper.bundle = second.id
    try test.archive.store(paper, today: day("2025-11-20"))
    try test.archive.close("KSA-2-2025-0147", on: day("2024-02-01"), reason: "kein_bedarf", today: day("2025-11-20"))
    let plan = try test.archive.planPurge(today: day("2025-11-20"))
    try test.archive.purge(code: plan.code, today: day("2025-11-20"))
    let again = try test.reopened()
    #expect(try again.entries().isEmpty && again.verify().problems == [])
    for id in [sent.id, second.id] { #expect(try again.hasTaken(bundle: id) && again.entry(fromBundle: id) == nil) }
    #expect(try !again.hasTaken(bundle: bundle([10]).id))
  }

  @Test func `The key of the inbox is made new on request and after a year, and the old one is destroyed`() throws {
    let test = try TestArchive()
    let sealed = try bundle([10]).sealed(to: test.archive.recipientKey)
    let first = test.archive.recipientKey
    #expect(try !test.archive.tendInbox(today: day("2026-11-19")) && test.archive.recipientKey == first)
    #expect(try test.archive.tendInbox(today: day("2026-11-20")) && test.archive.recipientKey != first)
    #expect(try test.archive.open(bundle: sealed).items.count == 1)
    #expect(try !test.archive.tendInbox(today: day("2026-12-19")) && test.archive.open(bundle: sealed).items.count == 1)
    let old = try #require(test.archive.keyring.inboxes.last).pair.secretKey.withBytes { Array($0) }
    #expect(try !test.archive.tendInbox(today: day("2026-12-20")))
    #expect(failure { _ = try test.archive.open(bundle: sealed) } == .bundleForeign)
    let body = try test.reopened().keyring.body().withBytes { Array($0) }
    #expect(!body.indices.contains { body[$0...].starts(with: old) })
    let second = test.archive.recipientKey
    try test.archive.renewInbox(today: day("2026-12-21"))
    #expect(test.archive.recipientKey != second)
  }

  @Test func `A signature says who sent it, belongs to one recipient, and cannot be put on anything else`() throws {
    let test = try TestArchive()
    let key = try SigningKey.make(at: test.path("absender"))
    let sent = bundle([10])
    let sealed = try sent.sealed(to: test.archive.recipientKey, by: SigningKey.read(test.path("absender")))
    let opened = try test.archive.open(bundle: sealed)
    #expect(opened.sender == key.publicKey && opened.items == sent.items)
    #expect(test.archive.sender(of: opened) == nil)
    try test.archive.add(Archive.KnownSender(label: "mt", key: key.publicKey))
    let again = try test.reopened()
    #expect(try again.sender(of: opened) == "mt" && again.sender(of: sent) == nil && again.verify().problems == [])
    // Who received it opens it and seals the same bytes, signature and all, for somebody else.
    let other = try TestArchive()
    let pairs = test.archive.keyring.inboxes.map(\.pair)
    let plain = try #require(try sealed.withUnsafeBytes { try SealedBundle.content($0, pairs: pairs)?.plain })
    let passedOn = try SealedBundle.sealed(plain, to: other.archive.recipientKey)
    #expect(failure { _ = try other.archive.open(bundle: passedOn) } == .bundleDamaged)
    #expect(SenderKey(key.publicKey.text) == key.publicKey && SenderKey(test.archive.recipientKey.text) == nil)
    try again.remove(sender: "mt")
    #expect(failure { try again.remove(sender: "mt") } == .unknownPerson)
    #expect(failure { _ = try SigningKey.read(test.place.data) } != nil)
  }

  @Test func `A mad count in a bundle, and a bundle for somebody else, are refused`() throws {
    let test = try TestArchive()
    var writer = ByteWriter()
    writer.byte(0)
    writer.raw([UInt8](repeating: 1, count: 16))
    writer.number(UInt32(0))
    writer.number(UInt32(40_000_000))
    writer.raw([UInt8](repeating: 0, count: 40_000_000))
    let sealed = try SealedBundle.sealed(writer.bytes, to: test.archive.recipientKey)
    #expect(failure { _ = try test.archive.open(bundle: sealed) } == .bundleDamaged)
    let path = test.path("fremd.kisopost")
    try AtomicFile.write(bundle([100_000]).sealed(to: TestArchive().archive.recipientKey), to: path)
    #expect(failure { _ = try test.archive.open(bundleAt: path, limit: 1 << 20) } == .bundleForeign)
  }
}
