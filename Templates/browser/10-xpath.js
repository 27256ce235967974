"use strict";
// XPath 1.0 over the record in the page. Browsers have an evaluator, but it takes no functions of ours.
// Values are arrays of nodes, strings, numbers and booleans.

const Numbers = {
  /** The number of at most 15 digits nearest to a result, so that 0.1 + 0.2 is 0.3. */
  exact(number) {
    return Number.isFinite(number) && !Number.isSafeInteger(number) ? Number(number.toPrecision(15)) : number;
  },
  read(text) {
    return /^[ \t\r\n]*-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[ \t\r\n]*$/.test(text) ? Number(text) : NaN;
  },
  write(number) {
    if (Number.isNaN(number)) return "NaN";
    if (!Number.isFinite(number)) return number < 0 ? "-Infinity" : "Infinity";
    if (Number.isInteger(number)) return String(number === 0 ? 0 : number);
    const text = String(Numbers.exact(number));
    return /e/.test(text) ? number.toFixed(20).replace(/0+$/, "") : text;
  },
};

const XPath = (() => {
  const nodeText = (node) => Tree.text(node);
  const isNodes = Array.isArray;

  function asString(value) {
    if (isNodes(value)) return value.length ? nodeText(value[0]) : "";
    return typeof value === "number" ? Numbers.write(value) : String(value);
  }
  function asBoolean(value) {
    if (isNodes(value)) return value.length > 0;
    return typeof value === "number" ? value !== 0 && !Number.isNaN(value) : Boolean(value);
  }
  function asNumber(value) {
    if (typeof value === "number") return value;
    return typeof value === "boolean" ? Number(value) : Numbers.read(asString(value));
  }
  const asNodes = (value) => (isNodes(value) ? value : []);

  // MARK: Words of an expression

  const pattern = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|"([^"]*)"|'([^']*)'|(::|\/\/|\.\.|!=|<=|>=|[()[\].@,/|+\-=<>*$])|([\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?))/uy;

  function words(source) {
    const result = [];
    pattern.lastIndex = 0;
    while (source.slice(pattern.lastIndex).trim()) {
      const match = pattern.exec(source);
      if (!match) throw new Error("XPath: " + source);
      const [, number, double, single, sign, name] = match;
      if (number !== undefined) result.push({ kind: "number", text: number });
      else if (double !== undefined || single !== undefined) result.push({ kind: "literal", text: double ?? single });
      else if (sign) result.push({ kind: "sign", text: sign });
      else result.push({ kind: "name", text: name });
      // After a value a name or star is an operator (XPath 1.0, chapter 3.7).
      const last = result.at(-1);
      const before = result.at(-2);
      const follows = before && before.kind !== "operator" && !(before.kind === "sign" && !["..", ".", ")", "]"].includes(before.text) && before.text !== "*");
      if (follows && (last.text === "*" || (last.kind === "name" && ["and", "or", "div", "mod"].includes(last.text)))) {
        last.kind = "operator";
      }
    }
    return result;
  }

  // MARK: Reading an expression: each part becomes a function of its place

  const levels = [["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"]];
  const axes = {
    child: Tree.children, self: (node) => [node], parent: (node) => (node.parent ? [node.parent] : []),
    attribute: Tree.attributes, descendant: (node) => Tree.below(node),
    "descendant-or-self": (node) => [node, ...Tree.below(node)],
    ancestor: (node) => Tree.above(node), "ancestor-or-self": (node) => [node, ...Tree.above(node)],
    "following-sibling": (node) => Tree.siblings(node).filter((other) => other.order > node.order),
    "preceding-sibling": (node) => Tree.siblings(node).filter((other) => other.order < node.order).reverse(),
  };

  class Reader {
    constructor(source) {
      [this.source, this.words, this.at] = [source, words(source), 0];
    }
    get next() { return this.words[this.at]; }
    is(text, offset = 0) {
      const word = this.words[this.at + offset];
      return Boolean(word) && word.text === text && word.kind !== "literal";
    }
    take(text) {
      if (!this.is(text)) return false;
      this.at += 1;
      return true;
    }
    demand(text) {
      if (!this.take(text)) throw new Error("XPath: " + this.source);
    }
    whole() {
      const result = this.binary(0);
      if (this.next) throw new Error("XPath: " + this.source);
      return result;
    }
    binary(level) {
      if (level === levels.length) return this.negative();
      let left = this.binary(level + 1);
      for (;;) {
        const word = this.next;
        const isOperator = word && (word.kind === "operator" || (word.kind === "sign" && word.text !== "*"));
        if (!isOperator || !levels[level].includes(word.text)) return left;
        this.at += 1;
        left = operation(word.text, left, this.binary(level + 1));
      }
    }
    negative() {
      if (!this.take("-")) return this.union();
      const inner = this.negative();
      return (place) => -asNumber(inner(place));
    }
    union() {
      let left = this.path();
      while (this.take("|")) {
        const [one, two] = [left, this.path()];
        left = (place) => Tree.sorted([...asNodes(one(place)), ...asNodes(two(place))]);
      }
      return left;
    }
    path() {
      const word = this.next;
      if (!word) throw new Error("XPath: " + this.source);
      const isCall = word.kind === "name" && this.is("(", 1) && !["node", "text", "comment"].includes(word.text);
      if (word.kind === "number" || word.kind === "literal" || this.is("(") || isCall) return this.filtered();
      if (this.take("/")) {
        const root = (place) => [Tree.top(place.node)];
        const word = this.next;
        const goesOn = word && (word.kind === "name" || ["@", ".", "..", "*"].includes(word.text));
        return goesOn ? this.steps(root) : root;
      }
      if (this.take("//")) return this.steps(allBelow((place) => [Tree.top(place.node)]));
      return this.steps((place) => [place.node]);
    }
    filtered() {
      let value = this.primary();
      while (this.is("[")) value = filter(value, this.predicate());
      if (this.take("//")) return this.steps(allBelow(value));
      return this.take("/") ? this.steps(value) : value;
    }
    primary() {
      const word = this.next;
      this.at += 1;
      if (word.kind === "number") return () => Number(word.text);
      if (word.kind === "literal") return () => word.text;
      if (word.text === "(") {
        const inner = this.binary(0);
        this.demand(")");
        return inner;
      }
      this.demand("(");
      const inputs = [];
      while (!this.take(")")) {
        if (inputs.length) this.demand(",");
        inputs.push(this.binary(0));
      }
      return (place) => {
        const body = Functions[word.text];
        if (!body) throw new Error("XPath: " + word.text + "()");
        return body(inputs.map((input) => input(place)), place);
      };
    }
    predicate() {
      this.demand("[");
      const inner = this.binary(0);
      this.demand("]");
      return inner;
    }
    steps(start) {
      let value = this.step(start);
      for (;;) {
        if (this.take("//")) value = this.step(allBelow(value));
        else if (this.take("/")) value = this.step(value);
        else return value;
      }
    }
    step(start) {
      if (this.take(".")) return this.predicates(start, axes.self, () => true);
      if (this.take("..")) return this.predicates(start, axes.parent, () => true);
      let axis = axes.child;
      let isAttribute = false;
      if (this.take("@")) [axis, isAttribute] = [axes.attribute, true];
      else if (this.is("::", 1)) {
        axis = axes[this.next.text];
        if (!axis) throw new Error("XPath: " + this.source);
        isAttribute = this.next.text === "attribute";
        this.at += 2;
      }
      const word = this.next;
      this.at += 1;
      const kind = isAttribute ? "attribute" : "element";
      if (!word) throw new Error("XPath: " + this.source);
      if (this.take("(")) {
        this.demand(")");
        return this.predicates(start, axis, (node) => word.text === "node" || node.kind === word.text);
      }
      if (word.text === "*") return this.predicates(start, axis, (node) => node.kind === kind);
      return this.predicates(start, axis, (node) => node.kind === kind && node.name === word.text);
    }
    predicates(start, axis, test) {
      const conditions = [];
      while (this.is("[")) conditions.push(this.predicate());
      return (place) => {
        const from = asNodes(start(place));
        const found = [];
        for (const node of from) {
          let nodes = axis(node).filter(test);
          for (const condition of conditions) nodes = chosen(nodes, condition, place);
          found.push(...nodes);
        }
        return Tree.sorted(found);
      };
    }
  }

  function chosen(nodes, condition, place) {
    return nodes.filter((node, index) => {
      const value = condition({ ...place, node, position: index + 1, size: nodes.length });
      return typeof value === "number" ? value === index + 1 : asBoolean(value);
    });
  }
  const filter = (value, condition) => (place) => chosen(asNodes(value(place)), condition, place);
  const allBelow = (value) => (place) => Tree.sorted(asNodes(value(place)).flatMap((node) => [node, ...Tree.below(node)]));

  function operation(sign, left, right) {
    switch (sign) {
      case "or": return (place) => asBoolean(left(place)) || asBoolean(right(place));
      case "and": return (place) => asBoolean(left(place)) && asBoolean(right(place));
      case "+": return (place) => Numbers.exact(asNumber(left(place)) + asNumber(right(place)));
      case "-": return (place) => Numbers.exact(asNumber(left(place)) - asNumber(right(place)));
      case "*": return (place) => Numbers.exact(asNumber(left(place)) * asNumber(right(place)));
      case "div": return (place) => Numbers.exact(asNumber(left(place)) / asNumber(right(place)));
      case "mod": return (place) => Numbers.exact(asNumber(left(place)) % asNumber(right(place)));
      default: return (place) => compare(sign, left(place), right(place));
    }
  }

  // MARK: Comparing (XPath 1.0, chapter 3.4)

  function compare(sign, left, right) {
    if (isNodes(left) && typeof right !== "boolean") return left.some((node) => compare(sign, nodeText(node), right));
    if (isNodes(right) && typeof left !== "boolean") return right.some((node) => compare(sign, left, nodeText(node)));
    if (sign === "=" || sign === "!=") {
      let same;
      if (typeof left === "boolean" || typeof right === "boolean") same = asBoolean(left) === asBoolean(right);
      else if (typeof left === "number" || typeof right === "number") same = asNumber(left) === asNumber(right);
      else same = left === right;
      return same === (sign === "=");
    }
    const [one, two] = [asNumber(left), asNumber(right)];
    if (sign === "<") return one < two;
    if (sign === "<=") return one <= two;
    return sign === ">" ? one > two : one >= two;
  }

  const known = new Map();
  function compiled(source) {
    if (!known.has(source)) known.set(source, new Reader(source).whole());
    return known.get(source);
  }

  return {
    string: asString, boolean: asBoolean, number: asNumber, nodes: asNodes,
    /** The value of an expression at a node of an evaluated paper. */
    value(source, node, paper) {
      return compiled(source)({ node, origin: node, paper, position: 1, size: 1 });
    },
    /** Whether an expression can be read. */
    check: compiled,
  };
})();
