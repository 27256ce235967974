import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// What an old copy of a file is worth to somebody who had access once.
@Suite struct CircleTests {
  static let today = day("2025-11-20")
  static let other = "noch eine andere Phrase"
  static let new = "ein neues langes Kennwort"

  /// What somebody sees of data with a keyring of their own, whatever the program would refuse.
  private func sees(_ data: String, _ keyring: Keyring, _ person: KeyPair, keys: String) throws -> Int {
    let place = ArchivePlace(data: data, keys: keys)
    let archive = Archive(
      place: place, library: library, database: try Database(data), keyring: keyring, person: person)
    // An attacker does not care which circles count.
    archive.keyring.circles.floor = 0
    return try archive.entries().count { entry in
      entry.card.parts.isEmpty || (try? archive.content(of: entry.card.parts[0], in: entry)) != nil
    }
  }

  private func unlock(_ keys: String, _ words: String) throws -> (keyring: Keyring, person: KeyPair) {
    try KeyringFile(bytes(of: keys), path: "").unlock(passphrase(words), label: nil, path: "")
  }

  @Test func `An old keyring and the old passphrase open the data of then and nothing of today's`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1, content: "vorher"), today: Self.today)
    let (keys, data) = (test.path("alt.schluessel"), test.path("alt.kiso"))
    try test.archive.backUpKeys(to: keys)
    try test.archive.backUpData(to: data)
    let inbox = test.archive.recipientKey
    try test.archive.change(passphrase(Self.new), cost: cheap)
    try test.archive.store(note(2, content: "nachher"), today: Self.today)
    let today = test.path("heute.kiso")
    try test.archive.backUpData(to: today)
    let (keyring, person) = try unlock(keys, rightPassphrase)
    #expect(try sees(data, keyring, person, keys: keys) == 2)
    // Not even what was stored before: it is sealed anew.
    #expect(try sees(today, keyring, person, keys: keys) == 0)
    let bundle = SealedBundle(items: [.init(name: "a", mediaType: "text/plain", bytes: [1])])
    #expect(
      failure { _ = try SealedBundle(bundle.sealed(to: test.archive.recipientKey), pairs: keyring.inboxes.map(\.pair)) }
        == .bundleForeign)
    #expect(try SealedBundle(bundle.sealed(to: inbox), pairs: keyring.inboxes.map(\.pair)) == bundle)
    // Today's keyring has nothing for the key pair and the master key of then.
    #expect(failure { _ = try KeyringFile(bytes(of: test.place.keys), path: "").open(as: person, path: "") } == .denied)
    let again = try test.reopened(Self.new)
    #expect(!again.keyring.master.matches(keyring.master))
    #expect(try again.verify().problems == [] && !again.isRenewalUnfinished && again.entries().count == 3)
    #expect(try text(again.entries()[1], in: again) == "vorher")
  }

  @Test func `A backup of the data from before all keys were made new comes back with today's keyring`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1, content: "vorher"), today: Self.today)
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    try test.archive.change(passphrase(Self.new), cost: cheap)
    _ = try Archive.restore(
      data: backup, keys: nil, to: test.place, with: passphrase(Self.new), library: library, today: Self.today)
    let again = try test.reopened(Self.new)
    #expect(try text(again.entries()[1], in: again) == "vorher")
    #expect(try again.verify().problems == [] && !again.isRenewalUnfinished)
    let (keyring, circle) = (again.keyring, Int(again.keyring.circles.number))
    #expect(keyring.circles.floor == keyring.circles.number)
    #expect(try again.database.number("SELECT min(circle) FROM part") == circle)
  }

  /// Somebody who left, with copies of all files of then, writes a keyring with the public keys that stand in clear.
  private func forge(_ test: borrowing TestArchive, oldKeys: String, data: String) throws {
    var (keyring, _) = try unlock(oldKeys, Self.other)
    let present = try KeyringFile(bytes(of: test.place.keys), path: "")
    keyring.generation = present.generation + 3
    keyring.master = Sodium.randomSecret()
    keyring.people = present.people.map { Access($0, master: keyring.master) }
    keyring.labels = ["jw"]
    let database = try Database(data)
    var seal = StoreSeal(clock: Self.today)
    seal.commit = 1_000
    let rows = try database.statement("SELECT id, version, card FROM entry")
    while try rows.step() {
      guard let id = EntryID(bytes: rows.blob(0)) else { continue }
      seal.entries += 1
      seal.sum.add(id, UInt64(rows.int(1)), rows.blob(2))
      // Keys for what came after the copy are invented.
      if !keyring.keys.contains(id) { keyring.keys = keyring.keys.changing(adding: 1) { $0 } }
    }
    rows.reset()
    try database.run("UPDATE archive SET seal = ?", [.blob(seal.sealed(with: keyring))])
    try AtomicFile.write(KeyringFile.bytes(of: keyring), to: test.place.keys)
  }

  /// A member copied both files and left, and something was stored since.
  private func removeMember(of test: borrowing TestArchive, _ memory: Bool) throws -> ArchivePlace {
    try test.archive.add(NewAccess(label: "MT", credential: passphrase(Self.other), cost: cheap))
    try test.archive.store(note(1), today: Self.today)
    try test.archive.backUpKeys(to: test.path("alt.schluessel"))
    try test.archive.backUpData(to: test.path("alt.kiso"))
    let place = ArchivePlace(data: test.place.data, keys: test.place.keys, memory: memory ? test.path("stand") : nil)
    try test.archive.remove(person: "MT")
    try Archive.open(place, with: passphrase(rightPassphrase), library: library)
      .store(note(2), today: Self.today)
    return place
  }

  @Test(arguments: [true, false])
  func `A keyring that somebody forged who left is refused`(_ remembers: Bool) throws {
    let test = try TestArchive()
    let place = try removeMember(of: test, remembers)
    try forge(test, oldKeys: test.path("alt.schluessel"), data: test.place.data)
    // Found out by what the device remembers, and without it because nothing of the data opens.
    #expect(failure { _ = try Archive.open(place, with: passphrase(rightPassphrase), library: library) } == .keysForged)
    // Whoever had the archive open goes on with no such keyring either.
    #expect(failure { try test.archive.store(note(3), today: Self.today) } != nil)
  }

  @Test func `A forged keyring beside data put back is refused where the device remembers a later circle`() throws {
    let test = try TestArchive()
    let place = try removeMember(of: test, true)
    try forge(test, oldKeys: test.path("alt.schluessel"), data: test.path("alt.kiso"))
    try AtomicFile.write(bytes(of: test.path("alt.kiso")), to: place.data)
    #expect(failure { _ = try Archive.open(place, with: passphrase(rightPassphrase), library: library) } == .keysForged)
    // Nothing in the two files can tell: whoever comes from another device sees what a member of then could have made.
    _ = try Archive.open(
      ArchivePlace(data: place.data, keys: place.keys), with: passphrase(rightPassphrase), library: library)
  }

  @Test func `Sealing anew that was cut short is told, and finished by the next who opens the archive`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1, content: "bleibt"), today: Self.today)
    try test.archive.write(today: nil) { (changes) throws(ArchiveFailure) in
      try changes.rotate { (_) throws(ArchiveFailure) in }
    }
    #expect(try test.archive.verify().problems == [.unsettled] && test.archive.isRenewalUnfinished)
    #expect(try text(test.archive.entry(id.description), in: test.archive) == "bleibt")
    let again = try test.reopened()
    #expect(try again.verify().problems == [] && !again.isRenewalUnfinished)
    #expect(try text(again.entry(id.description), in: again) == "bleibt")
    // Another process that read before goes on reading.
    #expect(try text(test.archive.entry(id.description), in: test.archive) == "bleibt")
  }

  @Test func `Somebody who reads while another makes all keys new goes on reading`() throws {
    let test = try TestArchive()
    try test.archive.add(NewAccess(label: "MT", credential: passphrase(Self.other), cost: cheap))
    let id = try test.archive.store(note(1, content: "bleibt"), today: Self.today)
    let reader = try test.reopened(Self.other)
    let entry = try reader.entry(id.description)
    try test.archive.change(passphrase(Self.new), cost: cheap)
    #expect(try text(entry, in: reader) == "bleibt")
    #expect(try reader.entries().count == 2 && reader.unreadableCount() == 0)
  }

  /// With write access and the keys of then, old rows could be put among today's.
  @Test func `A row of an earlier circle that is put back opens no more`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1), today: Self.today)
    let backup = test.path("alt.kiso")
    try test.archive.backUpData(to: backup)
    try test.archive.change(passphrase(Self.new), cost: cheap)
    let database = try Database(test.place.data)
    try database.run("ATTACH ? AS old", [.text(backup)])
    try database.run("DELETE FROM main.entry WHERE id = ?", [.id(id)])
    try database.run("INSERT INTO main.entry SELECT * FROM old.entry WHERE id = ?", [.id(id)])
    let again = try test.reopened(Self.new)
    #expect(try again.entries().count == 1 && again.unreadableCount() == 1)
    #expect(try again.verify().problems.contains(.seal))
  }
}
