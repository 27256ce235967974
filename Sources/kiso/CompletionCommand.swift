import Paperwork
import Terminal

/// `kiso completion`: completion for shells, and the names that their scripts ask for.
enum CompletionCommand: Command {
  /// The lists that scripts may ask for.
  private enum List: String, CaseIterable {
    case forms, drafts, papers, fields
  }

  static let syntax = CommandLineSyntax(
    name: "kiso completion", summary: "Vervollständigung für bash, zsh und fish", usage: ["bash|zsh|fish"],
    positionals: [
      .init(
        "SHELL", help: "bash, zsh oder fish", count: .optional,
        completion: .words(CompletionScript.Shell.allCases.map(\.rawValue)))
    ],
    options: [
      .init(
        "list", value: "WAS", help: "nur die Namen: forms, drafts, papers oder fields",
        completion: .words(List.allCases.map(\.rawValue))),
      .init("form", value: "FORMULAR", help: "mit --list fields: welches Formular", completion: .list("forms")),
      CommonOptions.municipality, .help,
    ],
    examples: ["kiso completion bash > ~/.local/share/bash-completion/completions/kiso"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    if let wanted = arguments.value("list") {
      guard let list = List(rawValue: wanted) else {
        throw UsageFailure.badValue(of: "list", expected: "forms, drafts, papers oder fields")
      }
      try context.output(names(list, arguments, context).map { $0 + "\n" }.joined())
      return .done
    }
    guard let shell = arguments.value("SHELL").flatMap(CompletionScript.Shell.init(rawValue:)) else {
      throw UsageFailure(.badValue, "Bitte bash, zsh oder fish angeben.")
    }
    let groups = CommandRunner.groups.map { group in
      CompletionScript.Group(name: group.name, summary: group.summary, commands: group.commands.map { $0.syntax })
    }
    let script = CompletionScript(
      program: "kiso", commands: CommandRunner.commands.map { $0.syntax }, groups: groups)
    try context.output(script.text(for: shell))
    return .done
  }

  private static func names(
    _ list: List, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> [String] {
    switch list {
    case .forms: return try context.catalogue().formIDs()
    case .papers: return try names(.forms, arguments, context) + names(.drafts, arguments, context)
    case .drafts: return try context.draftFolder?.drafts().map(\.name) ?? []
    case .fields:
      guard let name = arguments.value("form"), !name.isEmpty else { return [] }
      let library = try context.catalogue().library(form: name)
      return paths(library.forms[name]?.items ?? [], below: "").map { $0 + "=" }
    }
  }

  /// The paths of all fields; of a repeated group the first instance is meant.
  private static func paths(_ items: [ItemDefinition], below path: String) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .field(let field): field.readonly ? [] : [path + item.id]
      case .group(let group): paths(group.items, below: path + item.id + "/")
      }
    }
  }
}
