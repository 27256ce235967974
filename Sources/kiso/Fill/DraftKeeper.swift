import Files
import Conversation
import Paperwork

/// Keeps a conversation on the disk: after each answer, and while a long text is being typed.
final class DraftKeeper {
  private let folder: DraftFolder?
  private let library: FormLibrary
  private let municipality: String
  private let began: Moment
  private let now: () -> Moment
  private var file: OpenDraft?
  private var lastFailure: FileFailure.Code?
  /// The name of the draft, once it was saved.
  private(set) var name: String?
  /// Whether what was typed last is on the disk.
  private(set) var isSaved = false

  /// A keeper of a new draft; without a folder nothing is kept.
  init(folder: DraftFolder?, library: FormLibrary, municipality: String, now: @escaping () -> Moment) {
    self.folder = folder
    self.library = library
    self.municipality = municipality
    self.now = now
    began = now()
  }

  /// A keeper of a draft that is continued.
  init(
    resuming draft: Draft, name: String, file: consuming OpenDraft, folder: DraftFolder, library: FormLibrary,
    now: @escaping () -> Moment
  ) {
    self.folder = folder
    self.library = library
    municipality = draft.municipality
    began = draft.began
    self.now = now
    self.name = name
    self.file = consume file
    isSaved = true
  }

  /// Saves the conversation; returns what is to be said when it cannot be saved, once for each reason.
  func save(_ interview: Interview, pending: String = "") -> FileFailure? {
    do throws(FileFailure) {
      try write(interview, pending: pending)
      isSaved = true
      lastFailure = nil
      return nil
    } catch {
      isSaved = false
      defer { lastFailure = error.code }
      return lastFailure == error.code ? nil : error
    }
  }

  private func write(_ interview: Interview, pending: String) throws(FileFailure) {
    guard let folder else { throw FileFailure(code: .cannotCreate, path: "~/.local/state/kiso") }
    if file == nil {
      try folder.make()
      let name = folder.newName(form: interview.form.id, began: began)
      file = try folder.open(name)
      self.name = name
    }
    let draft = interview.draft(municipality: municipality, began: began, saved: now(), pending: pending)
    try file?.save(draft.json(library: library))
  }

  /// Removes the draft, because the paper is finished or nobody wants it.
  func remove() {
    if let file = file.take() { try? file.remove() }
    name = nil
  }

  /// Leaves the draft for later.
  func close() {
    if let file = file.take() { file.close() }
  }
}
