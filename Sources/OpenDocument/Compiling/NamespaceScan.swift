internal import XMLTree

/// Which namespaces a document needs to declare.
enum NamespaceScan {
  /// The declarations as they stand in a root element, each with a blank in front.
  ///
  /// `also` are prefixes of what is only written later.
  static func declarations(for root: TreeNode, also: [String] = []) -> [UInt8] {
    var used: Set<Substring> = Set(["office", "meta", "dc", "style", "text"] + also.map { $0[...] })
    var inValues: Set<Substring> = Set(also.map { $0[...] })
    root.visit { node in
      used.insert(prefix(of: node.name))
      for (name, value) in node.attributes {
        used.insert(prefix(of: name))
        if let colon = value.utf8.firstIndex(of: UInt8(ascii: ":")) { inValues.insert(value[..<colon]) }
      }
      return true
    }
    var result: [UInt8] = []
    let wanted =
      Vocabulary.declarations.filter { used.contains(Substring($0.prefix)) }
      + Vocabulary.valuePrefixes.filter { inValues.contains(Substring($0.prefix)) }
    for (prefix, namespace) in wanted {
      result += Array(" xmlns:\(prefix)=\"".utf8)
      XMLEscape.append(attribute: namespace, to: &result)
      result.append(UInt8(ascii: "\""))
    }
    return result
  }

  private static func prefix(of name: String) -> Substring {
    name[..<(name.utf8.firstIndex(of: UInt8(ascii: ":")) ?? name.endIndex)]
  }
}
