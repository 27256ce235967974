import Glibc
import Secrets

/// The desktop's own store of passwords (Secret Service), through the program `secret-tool`.
///
/// A passphrase goes to it and comes from it through pipes alone; what stands in the arguments is the archive's id.
struct DesktopPasswords {
  private let searchPath: String
  /// What the program needs to find the desktop, and nothing else.
  private let variables: [String]

  init(_ surroundings: Surroundings) {
    searchPath = surroundings.environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    let names = [
      "PATH", "HOME", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS",
    ]
    variables = names.compactMap { name in surroundings.environment(name).map { "\(name)=\($0)" } }
  }

  /// The passphrase of an archive.
  func lookUp(_ archive: String) throws -> Secret {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SecretFailure(.unreadable) }
    let child = try start(["lookup"] + attributes(archive), input: nil, output: ends[1], closing: ends[0])
    close(ends[1])
    defer {
      close(ends[0])
      var status: Int32 = 0
      waitpid(child, &status, 0)
    }
    do throws(SecretFailure) {
      return try SecretReader.line(from: ends[0])
    } catch {
      throw error.code == .empty ? SecretFailure(.notStored) : error
    }
  }

  /// Hands a passphrase over for next time.
  func store(_ passphrase: Secret, _ archive: String) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SecretFailure(.unreadable) }
    let child = try start(
      ["store", "--label=kiso Ablage"] + attributes(archive), input: ends[0], output: nil, closing: ends[1])
    close(ends[0])
    let isWritten = passphrase.withBytes { write(ends[1], $0.baseAddress, $0.count) == $0.count }
    close(ends[1])
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard isWritten, status == 0 else { throw SecretFailure(.notStored) }
  }

  private func attributes(_ archive: String) -> [String] { ["application", "kiso", "archive", archive] }

  private func start(_ words: [String], input: Int32?, output: Int32?, closing other: Int32) throws -> pid_t {
    let candidates = searchPath.split(separator: ":").map { folder -> String in "\(folder)/secret-tool" }
    guard let program = candidates.first(where: { access($0, X_OK) == 0 }) else { throw SecretFailure(.noStore) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    for end in [input, output, other].compactMap({ $0 }) { posix_spawn_file_actions_addclose(&actions, end) }
    var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + words).map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
    defer { for pointer in arguments + environment { free(pointer) } }
    arguments.append(nil)
    environment.append(nil)
    var child = pid_t()
    guard posix_spawn(&child, program, &actions, nil, &arguments, &environment) == 0 else {
      throw SecretFailure(.noStore)
    }
    return child
  }
}
