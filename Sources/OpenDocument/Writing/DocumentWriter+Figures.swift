internal import XMLTree

/// A chart as the parts of a package.
struct ChartObject {
  let folder: String
  let parts: [(path: String, bytes: [UInt8])]
}

extension DocumentWriter {
  /// Types the cells of sheets, fills charts, and takes these out of a package's content.
  ///
  /// Afterwards nothing is left of what rows were made of.
  func finishFigures(in document: XMLDocument) -> [ChartObject] {
    guard let body = document.root.element("body", in: ODF.office) else { return [] }
    let grid = TableGrid(body)
    let figures = FigureWriter(grid, nodes: printed, figure: figure)
    let isSheet = template.type == .spreadsheet
    if isSheet { figures.typeCells() }
    let charts = ChartWriter(grid, figures: figures.figures, staysBound: isSheet)
    var objects: [ChartObject] = []
    var frames: [XMLNode] = []
    body.visit { node in
      if node.isElement("object", in: ODF.draw) { frames.append(node) }
      node.removeAttribute(Trace.row, in: Trace.namespace)
    }
    for object in frames {
      guard let own = object.element("document", in: ODF.office),
        let chart = own.element("body", in: ODF.office)?.element("chart", in: ODF.office)?
          .element("chart", in: ODF.chart)
      else { continue }
      charts.fill(chart)
      bind(object, charts, isSheet: isSheet)
      guard template.form == .package else { continue }
      let made = chartObject(own, number: objects.count + 1)
      own.remove()
      object.setAttribute("href", in: ODF.xlink, to: "./" + made.folder)
      for (name, value) in [("type", "simple"), ("show", "embed"), ("actuate", "onLoad")] {
        object.setAttribute(name, in: ODF.xlink, to: value)
      }
      objects.append(made)
    }
    return objects
  }

  /// Which cells a chart is drawn anew for.
  private func bind(_ object: XMLNode, _ charts: ChartWriter, isSheet: Bool) {
    let name = "notify-on-update-of-ranges"
    guard let ranges = object.attribute(name, in: ODF.draw) else { return }
    if isSheet {
      object.setAttribute(name, in: ODF.draw, to: charts.finished(ranges))
    } else {
      object.removeAttribute(name, in: ODF.draw)
    }
  }

  private func chartObject(_ document: XMLNode, number: Int) -> ChartObject {
    let folder = "Object \(number)"
    func part(_ root: String, _ names: [String]) -> [UInt8] {
      var bytes = rootTag(root)
      for name in names { bytes += document.element(name, in: ODF.office)?.serialised() ?? [] }
      return Trace.stripped(bytes + Array("</office:\(root)>".utf8))
    }
    var parts = [
      (folder + "/content.xml", part("document-content", ["font-face-decls", "automatic-styles", "body"]))
    ]
    if document.element("styles", in: ODF.office) != nil {
      parts.append((folder + "/styles.xml", part("document-styles", ["font-face-decls", "styles"])))
    }
    return ChartObject(folder: folder, parts: parts)
  }
}
