extension FormLibrary {
  /// The list of kinds of data, as the retention schedule names it.
  public var kindsOfData: CodeList? { retention.kindList.flatMap { lists[$0] } }

  /// The list of why something is kept from being deleted, as the retention schedule names it.
  public var holdReasons: CodeList? { retention.holdList.flatMap { lists[$0] } }
}
