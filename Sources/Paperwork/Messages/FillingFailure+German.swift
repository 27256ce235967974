internal import FormModel

extension FillingFailure {
  /// Why a value could not be set; the value itself is never shown.
  public var german: String {
    switch self {
    case .notAnAssignment: "Erwartet wird PFAD=WERT, zum Beispiel kinder[1]/betreuungsform=kita."
    case .otherForm(let form): "Die Angaben gehören zu einem anderen Formular (›\(form)‹)."
    case .noQuarter: "Dieses Formular zählt kein Quartal."
    case .otherQuarter: "Die Angaben gehören zu einem anderen Quartal als ‚--quarter‘."
    case .path(.unknown(let name, let nearest)):
      "Das Feld ›\(name)‹ gibt es nicht." + (nearest.map { " Meinten Sie ›\($0)‹?" } ?? "")
    case .path(.isGroup(let name)):
      "›\(name)‹ ist eine Gruppe; bitte ein Feld darin nennen, zum Beispiel \(name)/…=WERT."
    case .path(.isField(let name)): "›\(name)‹ ist ein Feld und hat keine Unterfelder."
    case .path(.number(let name)):
      "Die Nummer bei ›\(name)‹ passt nicht; es geht der Reihe nach, und nur was mehrmals vorkommt, hat eine Nummer."
    case .path(.readonly(let name)): "›\(name)‹ wird berechnet und kann nicht gesetzt werden."
    }
  }
}
