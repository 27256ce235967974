import Delivery
import Files
import Paperwork
import RecordArchive
import Secrets
import Terminal

/// The archive of one run: opened once, when somebody first needs it.
final class ArchiveDoor {
  let access: ArchiveAccess
  private(set) var opened: Archive?
  /// Whether somebody was asked for the passphrase and did not want to give it.
  var isDeclined = false

  init(_ access: ArchiveAccess) {
    self.access = access
  }

  /// The archive; what keeps it from being opened is thrown.
  func open() throws -> Archive {
    let archive = try opened ?? access.open()
    opened = archive
    return archive
  }

  /// The archive as a source of papers; locked where a passphrase is needed and nobody sits there to type it.
  ///
  /// - Parameter asks: whether a person may be asked for the passphrase while it is read, which a conversation does
  ///   beforehand.
  func papers(asks: Bool = true) throws -> ArchivePapers {
    let catalogue = try access.context.catalogue()
    return ArchivePapers(day: access.context.day, maker: try catalogue.maker()) {
      guard asks || self.opened != nil || self.access.hasCredential else { return nil }
      do {
        return (try self.open(), try catalogue.library())
      } catch let failure as SecretFailure where failure.code == .noTerminal {
        return nil
      }
    }
  }
}

/// The archive that commands about papers ask by themselves.
struct StoredPapers {
  static let options: [CommandLineSyntax.Option] = [
    .init("no-archive", help: "die Ablage nicht verwenden (KISO_ARCHIVE)").rare
  ]

  /// The archive; nil where none is set up, or where it is to be left out.
  let door: ArchiveDoor?
  /// The same as a source of papers.
  let papers: ArchivePapers?

  /// Looks whether there is one, without touching it; for `asks` see ``ArchiveDoor/papers(asks:)``.
  init(_ arguments: ParsedArguments, _ context: CommandContext, asks: Bool = true) throws {
    let access = try? ArchiveAccess(arguments, context)
    guard let access, access.isSetUp, !arguments.has("no-archive") else {
      (door, papers) = (nil, nil)
      return
    }
    let door = ArchiveDoor(access)
    self.door = door
    papers = try door.papers(asks: asks)
  }

  /// Throws why the archive could not be read, if somebody asked: what was said rests on less than there is.
  func check() throws { try papers?.check() }
}
