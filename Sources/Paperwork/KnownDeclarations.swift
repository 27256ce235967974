internal import FormModel
internal import Synchronization

/// The declarations that were read in a run; shared by all copies of its catalogue and by all threads.
final class KnownDeclarations: Sendable, Hashable {
  private let libraries = Mutex<[Set<String>?: FormLibrary]>([:])
  /// The key of all declarations in the cache.
  let key = Mutex<UInt64?>(nil)
  /// The town and those it extends.
  let towns = Mutex<[String]?>(nil)

  /// The declarations with some forms, or with all of them.
  func library(_ forms: [String]?) -> FormLibrary? {
    libraries.withLock { $0[forms.map { Set($0) }] }
  }

  func keep(_ library: FormLibrary, _ forms: [String]?) {
    libraries.withLock { $0[forms.map { Set($0) }] = library }
  }

  /// What was read is no part of a catalogue's value.
  static func == (left: KnownDeclarations, right: KnownDeclarations) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
