/// `kiso archive`: the place for completed papers.
enum ArchiveGroup: CommandGroup {
  static let name = "archive"
  static let summary = "fertige Papiere verschlüsselt ablegen und wiederfinden"
  static let example = "kiso archive list"

  static var commands: [any Command.Type] {
    [
      InitCommand.self, AddCommand.self, ListCommand.self, FindCommand.self, ShowCommand.self, ExportCommand.self,
      CaseCommand.self, CloseCommand.self, ReopenCommand.self, HoldCommand.self, ReleaseCommand.self,
      PassphraseCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self,
      DropCommand.self,
      CollectCommand.self, SenderCommand.self, TransferCommand.self, DiscloseCommand.self,
    ]
  }
}
