import Files

/// Programs that stand in for LibreOffice and the print service where what they make does not matter.
struct StandIns: ~Copyable {
  private let scratch: Scratch

  init() throws {
    scratch = try Self.made()
  }

  private static func made() throws -> Scratch {
    let scratch = try Scratch()
    let office = """
      #!/bin/sh
      while [ $# -gt 0 ]; do case "$1" in --outdir) shift; folder=$1;; in/*) files="$files $1";; esac; shift; done
      for file in $files; do
        name=$(basename "$file"); printf '%%PDF-1.7\\nSeite\\n%%%%EOF\\n' > "$folder/${name%.*}.pdf"
      done
      """
    let status = """
      #!/bin/sh
      case "$1" in
        -r) echo 'scheduler is running';;
        -d) echo 'system default destination: Datei';;
        -a) echo 'Datei accepting requests since heute';;
        -p) echo 'printer Datei is idle.';;
      esac
      """
    for (name, text) in [
      ("soffice", office), ("lpstat", status), ("lp", "#!/bin/sh\necho 'request id is Datei-1 (1 file(s))'\n"),
    ] {
      try AtomicFile.write(Array(text.utf8), to: scratch.path(name), permissions: 0o700)
    }
    return scratch
  }

  /// What makes kiso find them.
  var environment: [String: String] {
    ["KISO_SOFFICE": scratch.path("soffice"), "PATH": scratch.path + ":/usr/bin:/bin"]
  }
}
