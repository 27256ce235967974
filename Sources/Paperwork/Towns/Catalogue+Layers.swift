internal import Files
internal import FormModel

/// What a report on layers looks at.
extension Catalogue {
  /// The same folders with another town.
  func of(town: String) -> Catalogue {
    Catalogue(home: home, others: Array(layers.homes.dropFirst()), municipality: town, cache: cache)
  }

  /// All towns of these folders but one.
  func towns(besides town: String) -> [String] { CatalogueLayers.towns(in: layers.homes).filter { $0 != town } }

  /// The files of the town that count, by kind and name, without those that all towns share.
  func layerFiles() throws(PaperworkFailure) -> [LayerReport.Kind: [String: SourceFile]] {
    var files: [LayerReport.Kind: [String: SourceFile]] = [:]
    let forms = Set(try formIDs())
    for file in try sources().files {
      let parts = file.name.split(separator: "/")
      guard parts.count > 2 else { continue }
      let name = FilePath.stem(of: file.name)
      let kind: LayerReport.Kind = parts[2] == "lists" ? .lists : forms.contains(name) ? .forms : .town
      files[kind, default: [:]][name] = file
    }
    for file in try languageFiles() { files[.languages, default: [:]][FilePath.stem(of: file.name)] = file }
    for form in forms {
      for isSheet in [false, true] {
        do {
          let template = try template(for: form, isSheet: isSheet)
          files[.templates, default: [:]][form + (isSheet ? " (Tabelle)" : "")] = template
        } catch {
          switch error {
          case .noTemplate, .noSheetTemplate: break
          default: throw error
          }
        }
      }
    }
    return files
  }
}
