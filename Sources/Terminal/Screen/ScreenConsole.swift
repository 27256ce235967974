/// A console that draws: the question with its line stays at the end of the output and is redrawn with every key.
public final class ScreenConsole: Console {
  private let device: any TerminalDevice
  private var painter: Painter
  private var decoder = KeyDecoder()
  private var waiting: [Key] = []
  private var history: [String] = []
  /// What was said, so that it can be laid out again when the size changes.
  private var said: [Block] = []

  /// How many blocks are kept for that.
  private static let memory = 500
  /// How many milliseconds after an escape it counts as the escape key.
  private static let escapeTime = 40
  /// How many milliseconds without a key count as a pause to think.
  private static let idleTime = 800

  /// A console on a terminal.
  public init(_ device: any TerminalDevice, palette: Palette) {
    self.device = device
    painter = Painter(palette: palette)
  }

  /// Always.
  public var isInteractive: Bool { true }

  /// Says something that stays.
  public func say(_ blocks: [Block]) {
    said = Array((said + blocks).suffix(Self.memory))
    device.write(painter.erase() + blocks.map(written).joined())
  }

  private func written(_ block: Block) -> String {
    block.rows(columns: device.size.columns).map { painter.shown($0) + "\r\n" }.joined()
  }

  /// Leaves the terminal to another program for a while.
  public func lend(_ body: () -> Void) {
    device.write(painter.erase())
    device.lend(body)
  }

  /// Restores the terminal as it was found.
  public func close() {
    device.write(painter.erase())
    device.close()
  }

  // MARK: Asking

  /// Asks a question.
  public func ask(_ request: LineRequest) -> LineResult {
    var state = EditState(request, history: history)
    var isChanged = false
    while true {
      if waiting.isEmpty {
        draw(state)
        let time = decoder.isWaiting ? Self.escapeTime : isChanged && request.idle != nil ? Self.idleTime : nil
        switch device.next(milliseconds: time) {
        case .bytes(let bytes): waiting = decoder.feed(bytes)
        case .resized: repaint()
        case .timeout:
          waiting = decoder.pause()
          if waiting.isEmpty {
            isChanged = false
            request.idle?(state.text)
          }
        case .signal(let number): return leave(.signal(number, state.text))
        case .end: return leave(.end(state.text))
        case .failure(let number): return leave(.failure(number))
        }
        continue
      }
      let key = waiting.removeFirst()
      isChanged = true
      switch key {
      case .control("z"):
        device.write(painter.erase())
        device.stop()
        repaint()
      case .control("l"): repaint()
      default:
        guard let result = state.take(key) else { continue }
        if case .line(let text) = result, !text.isEmpty, history.last != text { history.append(text) }
        return leave(result)
      }
    }
  }

  private func leave(_ result: LineResult) -> LineResult {
    device.write(painter.erase())
    return result
  }

  private func draw(_ state: EditState) {
    let size = device.size
    device.write(painter.draw(state.frame(columns: size.columns, rows: size.rows)))
  }

  /// Clears the screen and lays out again what was said, as far as it fits.
  private func repaint() {
    let size = device.size
    painter.forget()
    var rows: [String] = []
    for block in said.reversed() where rows.count < size.rows {
      rows = block.rows(columns: size.columns).map { painter.shown($0) } + rows
    }
    // Cursor home, erase all (CUP, ED).
    device.write("\u{1B}[H\u{1B}[2J" + rows.suffix(max(0, size.rows - 8)).map { $0 + "\r\n" }.joined())
  }
}
