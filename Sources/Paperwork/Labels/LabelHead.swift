internal import FormModel

/// The head of a table: labels, with the columns in which they stand.
struct LabelHead {
  /// A label and the column it stands in, counted from 0.
  struct Column {
    let index: Int
    let match: LabelMatch
  }

  let columns: [Column]
  /// The repeated group that each row is an instance of; nil when the labels stand over single values.
  let group: LabelTerm?
  /// How many rows of values were read below it.
  var rows = 0
}
