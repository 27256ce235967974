internal import XMLTree

/// Writes carriers as the elements that LibreOffice keeps with their names.
enum CarrierWriter {
  /// The style of the shapes of boxes.
  static let style = "Eingabe.Kasten"

  /// The definition of that style; the box stands on the line of the text beside it.
  static let styleDefinition = Array(
    """
    <style:style style:name="\(style)" style:family="graphic"><style:graphic-properties style:wrap="none" \
    style:vertical-pos="middle" style:vertical-rel="text" fo:margin="0mm" fo:padding="0mm" fo:border="none" \
    fo:background-color="transparent"/></style:style>
    """.utf8)

  /// The namespaces that carriers need besides those of any text.
  static let prefixes = ["draw", "form", "fo", "svg"]

  /// Appends an input field or a choice.
  static func append(_ carrier: Carrier, to output: inout [UInt8]) {
    switch carrier.kind {
    case .input, .section: appendInput(carrier, to: &output)
    case .choice: appendChoice(carrier, to: &output)
    case .box, .printed: break
    }
  }

  private static func appendInput(_ carrier: Carrier, to output: inout [UInt8]) {
    // The editor shows the whole description as help; DOCX would end it at a double quote.
    let hint = String(carrier.hint.map { $0 == "\"" ? "'" : $0 })
    output += Array("<text:text-input text:description=\"".utf8)
    XMLEscape.append(attribute: hint.isEmpty ? carrier.name : "\(carrier.name) – \(hint)", to: &output)
    output += Array("\">".utf8)
    XMLEscape.append(text: carrier.text.isEmpty ? carrier.prompt : carrier.text, to: &output)
    output += Array("</text:text-input>".utf8)
  }

  private static func appendChoice(_ carrier: Carrier, to output: inout [UInt8]) {
    let shown = carrier.text.isEmpty ? carrier.prompt : carrier.text
    var options = [carrier.prompt] + carrier.options
    // What is not in the list, such as an old answer, must not be lost.
    if !options.contains(shown) { options.append(shown) }
    output += Array("<text:drop-down text:name=\"".utf8)
    XMLEscape.append(attribute: carrier.name, to: &output)
    output += Array("\">".utf8)
    for option in options {
      output += Array("<text:label text:value=\"".utf8)
      XMLEscape.append(attribute: option, to: &output)
      output += Array((option == shown ? "\" text:current-selected=\"true\"/>" : "\"/>").utf8)
    }
    XMLEscape.append(text: shown, to: &output)
    output += Array("</text:drop-down>".utf8)
  }

  static func openSection(_ carrier: Carrier, to output: inout [UInt8]) {
    output += Array("<text:section text:name=\"".utf8)
    XMLEscape.append(attribute: carrier.name, to: &output)
    output += Array("\">".utf8)
  }

  static func closeSection(to output: inout [UInt8]) {
    output += Array("</text:section>".utf8)
  }

  // MARK: - Boxes

  private static func id(_ number: Int) -> String { "eingabe.\(number)" }

  /// The shape of a box in its line.
  static func appendShape(_ number: Int, to output: inout [UInt8]) {
    output += Array(
      """
      <draw:control text:anchor-type="as-char" draw:style-name="\(style)" svg:width="3.4mm" svg:height="3.4mm" \
      draw:control="\(id(number))"/>
      """.utf8)
  }

  /// The form control of a box; its state is not a value, because a value would be shown as the state in a PDF.
  static func appendControl(_ carrier: Carrier, _ number: Int, to output: inout [UInt8]) {
    output += Array("<form:checkbox form:name=\"".utf8)
    XMLEscape.append(attribute: carrier.name, to: &output)
    output += Array("\" xml:id=\"\(id(number))\" form:id=\"\(id(number))\" form:tab-index=\"\(number)\"".utf8)
    if carrier.text == Carrier.ticked { output += Array(" form:current-state=\"checked\"".utf8) }
    if !carrier.hint.isEmpty {
      output += Array(" form:title=\"".utf8)
      XMLEscape.append(attribute: carrier.hint, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output += Array(" form:image-position=\"center\"/>".utf8)
  }

  /// The forms of a document with the controls in them, behind those that the template has itself.
  static func forms(_ controls: [UInt8], template: [UInt8]) -> [UInt8] {
    guard !controls.isEmpty else { return template }
    let own = Array("<form:form form:name=\"Eingabe\">".utf8) + controls + Array("</form:form>".utf8)
    let end = Array("</office:forms>".utf8)
    if template.count > end.count, template.suffix(end.count).elementsEqual(end) {
      return template.dropLast(end.count) + own + end
    }
    return Array("<office:forms form:automatic-focus=\"false\" form:apply-design-mode=\"false\">".utf8) + own + end
  }
}
