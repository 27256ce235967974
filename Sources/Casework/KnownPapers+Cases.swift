public import FormModel

extension KnownPapers: CaseSource {}
