"use strict";
// Figures: sums of others, what is counted, publications. The page has no papers to count, so that what is counted from
// papers stays open.

Object.assign(Paper.prototype, {
  isPublication() {
    const publication = this.form.publication;
    return Boolean(publication) && Tree.text(Tree.element(this.root, publication.field) ?? Tree.detached("", {})) === publication.code;
  },
  /** What the parts of a relation give together, and whether all are known; null when there are none. */
  total(relation, parent) {
    const parts = relation.terms.flatMap((term) =>
      this.nodes(term.path, parent).filter((node) => !node.hidden).map((node) => [node, term.minus]));
    if (!parts.length) return null;
    let [value, isComplete] = [0, true];
    for (const [node, isSubtracted] of parts) {
      const text = Tree.text(node);
      if (!text) {
        isComplete = false;
        continue;
      }
      const number = Number(text);
      if (Number.isNaN(number)) return null;
      value = Numbers.exact(isSubtracted ? value - number : value + number);
    }
    return { value, isComplete };
  },
  /** The value of a figure that is a sum, once all its parts are known. */
  summed(node) {
    const sum = (node.item.relations ?? []).find((relation) => relation.kind === "sum");
    if (!sum || this.isPublication()) return null;
    const total = this.total(sum, node.parent);
    return total?.isComplete ? Numbers.write(total.value) : null;
  },

  /** Asks for papers of which there are none here. */
  askPapers() {
    this.asked = (this.asked ?? 0) + 1;
    return [];
  },
  namedSet(id) {
    const source = this.form.sets?.[id];
    if (source === undefined) return [];
    if (!this.knownSets.has(id)) {
      const outer = this.asked ?? 0;
      this.knownSets.set(id, { nodes: [], asked: 0 });
      this.asked = 0;
      const nodes = this.nodes(source, this.root);
      this.knownSets.set(id, { nodes, asked: this.asked });
      this.asked = outer;
    }
    const known = this.knownSets.get(id);
    this.asked = (this.asked ?? 0) + known.asked;
    return known.nodes;
  },
  rowOfCounted() {
    return this.row ?? this.askPapers();
  },
  /** What counting gives for a figure; not a number where nothing is known. */
  counted(node) {
    const source = node?.item?.count;
    const freezing = this.form.freezing;
    if (source === undefined || (freezing && Tree.text(Tree.element(this.root, freezing) ?? node))) return NaN;
    if (this.knownCounts.has(node)) return this.knownCounts.get(node);
    const [outer, outerRow] = [this.asked, this.row];
    this.asked = 0;
    const parent = node.parent;
    this.row = parent.item?.count === undefined ? undefined : this.nodes(parent.item.count, parent.parent);
    const sums = node.item.sums || (this.row !== undefined && parent.item.sums);
    const value = this.value(source, parent);
    const wasAsked = this.asked > 0;
    [this.asked, this.row] = [outer, outerRow];
    let result = NaN;
    if (!wasAsked && Array.isArray(value)) result = sums ? this.sumOfNodes(value) : value.length;
    if (!wasAsked && typeof value === "number") result = value;
    if (["integer", "count"].includes(node.item.kind) && !Number.isInteger(result)) result = NaN;
    this.knownCounts.set(node, result);
    return result;
  },
  sumOfNodes(nodes) {
    let total = 0;
    for (const node of nodes) {
      const text = Tree.text(node);
      if (!text && node.item?.figure) return NaN;
      if (text) total = Numbers.exact(total + Numbers.read(text));
    }
    return nodes.length ? total : NaN;
  },

  // MARK: The period that is counted

  countedPeriod() {
    const statistics = this.form.statistics;
    if (!statistics) return null;
    const [first, last] = [statistics.from, statistics.until].map((id) => {
      const node = Tree.element(this.root, id);
      return node ? Days.read(Tree.text(node)) : null;
    });
    return first && last ? { first, last } : null;
  },
  isInPeriod(day, side) {
    const period = this.countedPeriod();
    if (!day || !period) return false;
    const [first, last, own] = [period.first, period.last, day].map(Days.ordinal);
    return side > 0 ? own > last : first <= own && own <= last;
  },
  periodPart(day) {
    const { statistics } = this.form;
    if (!day || !this.isInPeriod(day, 0)) return NaN;
    const choice = Tree.element(this.root, statistics.quarter);
    const months = Number(choice && Kinds.codeOf(Tree.text(choice), choice.item)?.properties?.[statistics.columns]);
    const { first } = this.countedPeriod();
    if (!(months > 0)) return NaN;
    return Math.trunc(((day.year - first.year) * 12 + day.month - first.month) / months) + 1;
  },
});
