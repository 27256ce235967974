public import Paperwork
public import Printing

extension PrintQueue {
  /// Gives PDFs to a printer, one job for each, in their order.
  ///
  /// Our own pages keep their measures, whatever the settings say. What `lp` refuses ends the work; what was given before
  /// stays given, and `told` got it.
  ///
  /// - Parameters:
  ///   - documents: the PDFs.
  ///   - settings: which printer, and how.
  ///   - told: gets each document with the job it became.
  ///   - unprinted: gets what was not printed, before the failure is thrown.
  public func print(
    _ documents: [PaperDocument], _ settings: PrintSettings, told: (PaperDocument, _ job: String) throws -> Void,
    unprinted: (ArraySlice<PaperDocument>) -> Void
  ) throws {
    for (index, document) in documents.enumerated() {
      var settings = settings
      settings.keepsSize = document.isOurs
      let job: String
      do {
        job = try print(document.bytes, settings)
      } catch {
        unprinted(documents[index...])
        throw error
      }
      try told(document, job)
    }
  }
}
