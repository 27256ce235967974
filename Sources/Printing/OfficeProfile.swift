import Files

/// The settings LibreOffice starts with, in a profile that is made for one call.
enum OfficeProfile {
  /// Where the profile lies, as the URL that `-env:UserInstallation=` wants.
  static func url(in folder: String) -> String {
    "file://" + percentEncoded(folder) + "/profile"
  }

  /// Writes the profile's settings into the private directory.
  ///
  /// Left to itself, LibreOffice 7.4 loads linked pictures while converting: it asks a server on the
  /// network and opens any file of the user that a document names. With these settings it does
  /// neither, and runs no macro.
  static func prepare(in directory: borrowing PrivateDirectory) throws(FileFailure) {
    _ = try directory.makeFolder("profile")
    _ = try directory.makeFolder("profile/user")
    _ = try directory.write(Array(settings.utf8), as: "profile/user/registrymodifications.xcu")
  }

  private static var settings: String {
    let scripting = "org.openoffice.Office.Common/Security/Scripting"
    let items: [(path: String, name: String, value: String)] = [
      (scripting, "BlockUntrustedRefererLinks", "true"),
      (scripting, "DisableMacrosExecution", "true"),
      (scripting, "MacroSecurityLevel", "3"),
      // Links in Writer documents: 0 always, 1 on request, 2 never.
      ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ]
    let lines = items.map { item in
      #"<item oor:path="/\#(item.path)"><prop oor:name="\#(item.name)" oor:op="fuse">"#
        + "<value>\(item.value)</value></prop></item>\n"
    }
    return #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
      + #"<oor:items xmlns:oor="http://openoffice.org/2001/registry">"# + "\n"
      + lines.joined() + "</oor:items>\n"
  }

  /// All but the characters that a URL's path may hold as they are (RFC 3986 § 3.3).
  static func percentEncoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return result
  }
}
