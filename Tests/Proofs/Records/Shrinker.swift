package import FormModel

/// Makes a failing paper as small as it can be while it still fails.
package enum Shrinker {
  /// Takes items away and shortens texts, one after the other, as long as `fails` holds; asks it `limit` times at most.
  package static func shrink(
    _ paper: GeneratedPaper, form: FormDefinition, limit: Int = 400, fails: (GeneratedPaper) -> Bool
  ) -> GeneratedPaper {
    var best = paper
    var asked = 0
    func isSmaller(_ record: Record) -> Bool {
      guard asked < limit, record != best.record else { return false }
      asked += 1
      var candidate = best
      candidate.record = record
      guard fails(candidate) else { return false }
      best = candidate
      return true
    }
    var isChanging = true
    while isChanging, asked < limit {
      isChanging = false
      for path in best.record.root.paths(of: form.items, below: "").reversed() {
        guard let place = RecordPath(path) else { continue }
        var candidate = best.record
        candidate.replace(at: place, with: [], form: form)
        if isSmaller(candidate) { isChanging = true }
      }
      for path in best.record.root.paths(of: form.items, below: "") {
        guard let place = RecordPath(path), case .value(let text)? = best.record.contents(at: place).first,
          text.count > 12
        else { continue }
        for part in [String(text.prefix(text.count / 2)), String(text.suffix(text.count / 2))] {
          var candidate = best.record
          candidate.replace(at: place, with: [.value(part)], form: form)
          if isSmaller(candidate) { isChanging = true }
        }
      }
    }
    return best
  }
}

extension RecordGroup {
  /// The places at which something stands, outer ones before what is in them.
  fileprivate func paths(of items: [ItemDefinition], below path: String) -> [String] {
    items.flatMap { item -> [String] in
      let contents = self[item.id]
      let isOne = !item.repeats || contents.isEmpty
      return contents.indices.flatMap { index -> [String] in
        let own = path + item.id + (isOne ? "" : "[\(index + 1)]")
        guard case .group(let inner) = contents[index], case .group(let group) = item else {
          return index == 0 || item.repeats ? [own] : []
        }
        return [own] + inner.paths(of: group.items, below: own + "/")
      }
    }
  }
}
