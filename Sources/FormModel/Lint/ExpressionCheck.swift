internal import XMLTree

/// Holds an expression against the declarations: every field, function, code and class it names must exist.
public struct ExpressionCheck {
  let ground: Ground
  let root: DeclarationScope
  /// The sets that can be named here: one of a form's sets can name those before it alone.
  var sets: [NamedSet]
  /// Where the whole expression stands, for `current()`.
  var origin: DeclarationScope?
  /// Whether the expression stands in brackets behind a step, where `position()` counts.
  private var isInBrackets = false

  /// A check for expressions over records of `form`.
  public init(form: FormDefinition, library: FormLibrary, extraFunctions: [String: ClosedRange<Int>] = [:]) {
    ground = Ground(library, extraFunctions)
    root = DeclarationScope(form: form)
    sets = form.sets
  }

  /// The functions of forms by name, with the number of their arguments.
  public static var functions: [String: ClosedRange<Int>] { ExpressionFunctions.signatures }

  /// What is wrong with an expression of a template that stands inside the given loops.
  public func problems(
    of expression: String, as use: ExpressionUse = .anything, inside loops: [String]
  ) -> [ExpressionProblem] {
    var scope = root
    for loop in loops {
      guard let syntax = try? XPathSyntax(parsing: loop) else { return [] }
      var ignored: [ExpressionProblem] = []
      scope = target(of: syntax, in: scope, &ignored) ?? scope.with(.unknown)
    }
    return problems(of: expression, as: use, in: scope)
  }

  func problems(
    of expression: String, as use: ExpressionUse = .anything, in scope: DeclarationScope
  ) -> [ExpressionProblem] {
    let syntax: XPathSyntax
    do {
      syntax = try XPathSyntax(parsing: expression)
    } catch {
      let found = error.found.map { " bei ›\($0)‹" } ?? " am Ende"
      return [
        ExpressionProblem(
          .name,
          "Der Ausdruck ›\(expression)‹ ist\(found) nicht zu verstehen (Zeichen \((error.position ?? 0) + 1)).")
      ]
    }
    var problems: [ExpressionProblem] = []
    var check = self
    check.origin = scope
    check.check(syntax, in: scope, &problems)
    // What names something that is not there has no type.
    if problems.isEmpty {
      check.checkUse(syntax, as: use, in: scope, &problems)
      check.checkCost(syntax, in: scope, &problems)
    }
    return problems
  }

  /// The scope that a path or function leads to; nil for values without fields.
  func target(
    of syntax: XPathSyntax, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) -> DeclarationScope? {
    switch syntax {
    case .path(let path): return walk(path, from: scope, &problems)
    case .call("options", _), .call("codes", _): return scope.with(.option)
    case .call(let name, let arguments) where ExpressionFunctions.countingSignatures[name] != nil:
      return counted(name, arguments, in: scope)
    case .call("current-record", _), .call("other-papers", []): return root
    case .call("current", _): return origin ?? scope
    case .call("papers", let arguments), .call("other-papers", let arguments):
      guard case .literal(let id)? = arguments.first, let form = library.forms[id] else {
        return scope.with(.unknown)
      }
      return DeclarationScope(form: form)
    case .call("usable-releases", let arguments):
      guard case .literal(let id)? = arguments.first, let form = library.forms[id] else {
        return scope.with(.unknown)
      }
      return DeclarationScope(form: form)
    case .call("release", _):
      guard let id = root.form.uses.first?.form ?? root.form.revocation?.form, let form = library.forms[id] else {
        return scope.with(.unknown)
      }
      return DeclarationScope(form: form)
    case .call("open-recipients", _):
      guard let id = root.form.uses.first?.form ?? root.form.revocation?.form, let form = library.forms[id],
        let each = form.grant?.recipients.each, let path = try? XPathSyntax(parsing: each)
      else { return scope.with(.unknown) }
      return target(of: path, in: DeclarationScope(form: form), &problems)
    case .call("only-recipient", _):
      guard let each = root.form.grant?.recipients.each, let path = try? XPathSyntax(parsing: each) else {
        return scope.with(.unknown)
      }
      return target(of: path, in: root, &problems)
    case .call("settings", _): return library.settings.map { DeclarationScope(form: $0) } ?? scope.with(.unknown)
    case .call("sheet", _):
      guard let each = root.form.sheet?.each, let path = try? XPathSyntax(parsing: each) else {
        return scope.with(.unknown)
      }
      return target(of: path, in: root, &problems)
    case .binary(operation: "|", let left, let right):
      let first = target(of: left, in: scope, &problems)
      _ = target(of: right, in: scope, &problems)
      return first
    case .call, .literal, .number, .binary, .negative, .variable: return nil
    }
  }

  func check(_ syntax: XPathSyntax, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]) {
    switch syntax {
    case .path(let path): _ = walk(path, from: scope, &problems)
    case .call(let name, let arguments):
      checkCall(name, arguments, in: scope, &problems)
      if !checkCutting(name, arguments, in: scope, &problems) { checkArguments(name, arguments, in: scope, &problems) }
      if ExpressionFunctions.overNodes.contains(name) { checkInner(arguments, in: scope, &problems) }
      if name == "part", let set = arguments.first {
        checkInner([.call(name: "set", arguments: [set])] + arguments.dropFirst().prefix(1), in: scope, &problems)
      }
      for argument in arguments { check(argument, in: scope, &problems) }
    case .binary(let operation, let left, let right):
      check(left, in: scope, &problems)
      check(right, in: scope, &problems)
      checkSides(operation, left, right, in: scope, &problems)
    case .negative(let inner):
      check(inner, in: scope, &problems)
      checkArithmetic("-", inner, nil, in: scope, &problems)
    case .variable(let name): problems.append("Variablen wie ›$\(name)‹ gibt es nicht.")
    case .literal, .number: break
    }
  }

  private func walk(
    _ path: XPathPath, from scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) -> DeclarationScope? {
    var here = scope
    switch path.start {
    case .context: break
    case .root: here = root.leaving().with(.unknown)
    case .filter:
      guard let filter = path.filter else { return nil }
      check(filter, in: scope, &problems)
      var ignored: [ExpressionProblem] = []
      here = target(of: filter, in: scope, &ignored) ?? scope.with(.unknown)
    }
    var anywhere = false
    var inBrackets = self
    inBrackets.isInBrackets = true
    for (index, step) in path.steps.enumerated() {
      if path.start == .root, index == 0, step.axis == "child" {
        if step.test != "record" {
          problems.append("Ein Pfad von der Wurzel beginnt mit ›/record‹, nicht mit ›/\(step.test)‹.")
        }
        here = root
      } else if step.axis == "descendant-or-self" {
        if path.start == .root, index == 0 { here = root }
        anywhere = true
        continue
      } else {
        here = next(step, from: here, anywhere: anywhere, &problems)
      }
      anywhere = false
      for predicate in step.predicates {
        inBrackets.check(predicate, in: here, &problems)
        if !Self.isPlace(predicate) { checkCondition(predicate, in: here, &problems) }
      }
    }
    return here
  }

  func next(
    _ step: XPathStep, from scope: DeclarationScope, anywhere: Bool, _ problems: inout [ExpressionProblem]
  ) -> DeclarationScope {
    switch step.axis {
    case "self": return scope
    case "parent": return scope.leaving()
    case "attribute":
      let known =
        switch scope.current {
        case .option: ["id", "label", "short", "brief", "selected", "last"]
        case .record: ["form", "case", "status"]
        case .item, .unknown: ["status"]
        }
      if !known.contains(step.test), scope.current != .unknown {
        problems.append(
          "Das Attribut ›@\(step.test)‹ gibt es hier nicht." + Nearest.question(step.test, among: known))
      }
      return scope.with(.unknown)
    case "child": break
    default:
      problems.append("Die Achse ›\(step.axis)::‹ wird in Formularen nicht verwendet.")
      return scope.with(.unknown)
    }
    guard step.test != "*", !step.test.hasSuffix("()"), let items = scope.items else {
      return scope.with(.unknown)
    }
    let found =
      anywhere ? scope.descendants(step.test).first : items.first { $0.id == step.test }.map(scope.entering)
    if let found { return found }
    let known = anywhere ? scope.allNames : items.map(\.id)
    problems.append(
      "Das Feld ›\(step.test)‹ gibt es in ›\(scope.name)‹ nicht." + Nearest.question(step.test, among: known))
    return scope.with(.unknown)
  }

  private func checkSides(
    _ operation: String, _ left: XPathSyntax, _ right: XPathSyntax, in scope: DeclarationScope,
    _ problems: inout [ExpressionProblem]
  ) {
    switch operation {
    case "and", "or":
      checkCondition(left, in: scope, beside: right, &problems)
      checkCondition(right, in: scope, beside: left, &problems)
    case "+", "-", "*", "div", "mod": checkArithmetic(operation, left, right, in: scope, &problems)
    case "|": break
    default: checkComparison(operation, left, right, in: scope, &problems)
    }
  }

  private func checkCall(
    _ name: String, _ arguments: [XPathSyntax], in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    let own = ExpressionFunctions.signatures.merging(extraFunctions) { first, _ in first }
    guard let arity = own[name] ?? XPathEngine.coreSignatures[name] else {
      let known = own.keys.sorted() + XPathEngine.coreFunctions.sorted()
      problems.append("Die Funktion ›\(name)()‹ gibt es nicht." + Nearest.question(name, among: known))
      return
    }
    if ["position", "last"].contains(name), !isInBrackets, extraFunctions.isEmpty {
      problems.add(
        .argument,
        "›\(name)()‹ zählt nur in eckigen Klammern und in Vorlagen; hier ist es immer 1.")
    }
    if !arity.contains(arguments.count) {
      problems.append("Die Funktion ›\(name)()‹ braucht \(Self.german(arity)), nicht \(arguments.count).")
    }
    guard
      case .literal(let word)? = ["options", "profile", "code-rows", "next-number", "part"].contains(name)
        || name.hasPrefix("retention")
        ? arguments.first : arguments.last
    else { return }
    checkWord(word, of: name, arguments, in: scope, &problems)
  }

  /// Words in quotes that name something declared.
  private func checkWord(
    _ word: String, of function: String, _ arguments: [XPathSyntax], in scope: DeclarationScope,
    _ problems: inout [ExpressionProblem]
  ) {
    let known: [String]
    let kind: String
    switch function {
    case "retention-end", "retention-due", "retention-rule":
      (known, kind) = (library.retention.classes.keys.sorted(), "Die Aufbewahrungsklasse")
    case "next-number": (known, kind) = (library.profile.numbers.map(\.id), "Die Art von Nummer")
    case "number-part": (known, kind) = (partIDs(of: arguments[0], in: scope), "Der Teil")
    case "notice": (known, kind) = (root.form.notices.map(\.id), "Der Hinweis")
    case "set", "part": (known, kind) = (sets.map(\.id), "Die Menge")
    case "moves": (known, kind) = (CaseCourse.Move.allCases.map(\.rawValue), "Die Bewegung")
    case "sources": (known, kind) = (root.form.countedForms.map(\.form), "Die gezählte Art von Papier")
    case "in-list", "only-listed", "listed-word", "listed-part", "resembles", "mentions-place", "codes", "code-rows":
      (known, kind) = (library.lists.keys.sorted(), "Die Codeliste")
    case "case-day": (known, kind) = (EvaluatedCase.Event.allCases.map(\.rawValue), "Der Tag eines Vorgangs")
    case "granted": (known, kind) = (ExpressionFunctions.GrantWord.allCases.map(\.rawValue), "Die Auskunft")
    case "allowed":
      guard let codes = effectCodes(\.information) else { return }
      (known, kind) = (codes, "Die Art von Angaben")
    case "personal-data":
      (known, kind) = (["phone", "email", "birth-date", "full-date", "street", "salutation-name"], "Die Art")
    case "options":
      guard let items = scope.items else { return }
      let choices = items.filter { if case .field(let field) = $0 { field.kind.answers.areCodes } else { false } }
      (known, kind) = (choices.map(\.id), "Das Auswahlfeld")
    case "code-property":
      var ignored: [ExpressionProblem] = []
      guard let list = arguments.first.flatMap({ target(of: $0, in: scope, &ignored) })?.field?.list,
        let codes = library.lists[list]?.codes
      else { return }
      (known, kind) = (Array(Set(codes.flatMap(\.properties.keys))).sorted(), "Die Eigenschaft")
    case "day-plus":
      if Period(iso: word) == nil {
        problems.append("›\(word)‹ ist keine Frist; richtig ist zum Beispiel P1Y oder P3M.")
      }
      return
    default: return
    }
    if !known.contains(word) {
      problems.append("\(kind) ›\(word)‹ gibt es nicht." + Nearest.question(word, among: known))
    }
  }

  private static func german(_ arity: ClosedRange<Int>) -> String {
    let count =
      arity.lowerBound == arity.upperBound
      ? "\(arity.lowerBound)" : "\(arity.lowerBound) bis \(arity.upperBound)"
    return count == "1" ? "1 Angabe" : "\(count) Angaben"
  }
}
