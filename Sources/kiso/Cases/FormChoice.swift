import Conversation
import Paperwork
import Terminal

/// Asks which paper somebody wants to fill in.
enum FormChoice {
  /// The id of the form that was chosen; nil when nothing was.
  static func ask(_ library: FormLibrary, _ asking: Asking) -> String? {
    let forms = library.forms.values.filter { $0.countedForms.isEmpty && $0.id != library.settings?.id }
      .sorted { (SearchForm.fold($0.title), $0.id) < (SearchForm.fold($1.title), $1.id) }
    return asking.choice("Welches Papier?", among: Choices(forms.map { (id: $0.id, label: $0.title) }), proposal: nil)?
      .id
  }
}
