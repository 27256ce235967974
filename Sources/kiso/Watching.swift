import Files
import Terminal

/// `--watch`: a command that begins again each time something is saved, for whoever edits forms and templates.
enum Watching {
  static let option = CommandLineSyntax.Option(
    "watch", help: "nach jedem Speichern von Neuem, bis Strg-C")

  /// How long is waited between two looks, in milliseconds.
  private static let interval = 250

  /// Does a piece of work now and after each change below some paths; what goes wrong is told, and waited for.
  ///
  /// It ends with the process, by Ctrl-C.
  static func run(
    _ paths: [String], _ context: CommandContext, as name: String, _ work: () throws -> ExitStatus
  ) -> Never {
    var watch = FileWatch(paths)
    var changed: [String] = []
    while true {
      let moment = context.surroundings.now()
      let names = changed.prefix(3).map { FilePath.lastComponent(of: $0) }.joined(separator: ", ")
      let more = changed.count > 3 ? " …" : ""
      context.surroundings.writeError("── \(moment.german)\(names.isEmpty ? "" : " · \(names)\(more)") ──")
      do {
        _ = try work()
      } catch {
        for line in FailureReport(error).lines { context.surroundings.writeError("\(name): \(line)") }
      }
      changed = watch.change { context.surroundings.idle(interval) }
    }
  }
}
