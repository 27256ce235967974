extension LabelFailure {
  /// Why a text was not read, with what to do.
  var german: String {
    switch code {
    case .empty: "Der Text ist leer."
    case .encoding: "Der Text ist nicht in UTF-8 geschrieben. Bitte in UTF-8 speichern."
    case .size: "Der Text ist zu groß; möglich ist ein halbes Megabyte."
    case .kind: "Die Datei ist kein reiner Text. Ein Dokument liest ›kiso read‹ ohne ‚--labels‘."
    case .unknownForm: "Am Anfang des Textes steht kein Titel eines Formulars. Bitte mit ‚--form‘ angeben."
    }
  }
}
