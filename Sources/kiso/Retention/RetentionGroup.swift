/// `kiso retention`: what must be deleted when, and doing it.
enum RetentionGroup: CommandGroup {
  static let name = "retention"
  static let summary = "Fristen zeigen, fristgerecht löschen, nachweisen"
  static let example = "kiso retention due"

  static var commands: [any Command.Type] {
    [
      DueCommand.self, WhyCommand.self, PurgeCommand.self, LogCommand.self, ShreddedCommand.self, OfferedCommand.self,
      RecomputeCommand.self, ClockCommand.self,
    ]
  }
}
