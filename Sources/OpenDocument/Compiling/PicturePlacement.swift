/// Puts pictures in the place of the marks `bild NAME`.
///
/// The frame has the graphic style `Bild.NAME`, which the template declares to say where the picture stands.
struct PicturePlacement {
  let pictures: [TemplatePicture]
  private(set) var problems: [TemplateProblem] = []

  init(_ pictures: [TemplatePicture]) { self.pictures = pictures }

  /// Replaces the marks; one whose picture is not there vanishes without a gap.
  mutating func place(in root: TreeNode) {
    var marks: [(TreeNode, String)] = []
    root.visit { node in
      guard node.name == "text:placeholder" || node.name == "text:text-input" else { return true }
      if let name = MarkText.picture(in: node.content) { marks.append((node, name)) }
      return false
    }
    var counts: [String: Int] = [:]
    for (node, name) in marks {
      guard let picture = pictures.first(where: { $0.name == name }) else {
        problems.append(
          TemplateProblem(.picture, place: TemplatePlace.describe(node), line: node.line, found: name))
        continue
      }
      counts[name, default: 0] += 1
      node.replace(with: picture.bytes.map { [Self.frame(picture, $0, number: counts[name] ?? 1)] } ?? [])
    }
  }

  private static func frame(_ picture: TemplatePicture, _ bytes: [UInt8], number: Int) -> TreeNode {
    let data = TreeNode(name: "office:binary-data")
    data.append(TreeNode(text: Base64.encode(bytes)))
    let image = TreeNode(name: "draw:image")
    image.append(data)
    let title = TreeNode(name: "svg:title")
    title.append(TreeNode(text: picture.title))
    let frame = TreeNode(name: "draw:frame")
    frame["draw:style-name"] = "Bild.\(picture.name)"
    // A name stands once in a document.
    frame["draw:name"] = number == 1 ? picture.name : "\(picture.name) \(number)"
    frame["text:anchor-type"] = "paragraph"
    frame["svg:width"] = "\(picture.width)mm"
    frame["svg:height"] = "\(picture.height)mm"
    frame["draw:z-index"] = "0"
    frame.append(image)
    frame.append(title)
    return frame
  }
}
