"use strict";
// A record held against its form on a day: what is calculated, what is relevant, what is wrong, what is hidden.
// The same steps as in the command, over the same declaration.

class Paper {
  /** Evaluates a record; with `withDefaults` empty fields get their defaults first, but for the places in `cleared`. */
  constructor(record, day, { withDefaults = false, cleared = new Set() } = {}) {
    this.form = Library.form;
    this.day = day;
    this.record = record;
    this.correction = record.corrected ? `Berichtigte Fassung ${record.edition} vom ${Days.german(Days.read(record.corrected))}` : "";
    this.sheet = null;
    this.expected = null;
    this.build();
    if (withDefaults) this.fillDefaults(cleared);
    this.findMasks();
    this.findings = [...(record.structure ?? []), ...Findings.of(this), ...Findings.unconfirmed(record)];
  }

  build() {
    this.root = Tree.build(this.form, this.record.content, Records.caseNumber(this.record.content));
    this.settle();
  }

  // MARK: Expressions

  value(source, node) { return XPath.value(source, node, this); }
  text(source, node) { return source ? XPath.string(this.value(source, node)) : ""; }
  nodes(source, node) { return source ? XPath.nodes(this.value(source, node)) : []; }
  holds(source, node, otherwise) {
    return source === undefined ? otherwise : XPath.boolean(this.value(source, node));
  }
  referenceDay() {
    return (this.form.referenceDay && Days.read(this.text(this.form.referenceDay, this.root))) || this.day;
  }
  /** A sentence with its expressions in braces filled in. */
  sentence(template, node) {
    return template.replace(/\{([^}]*)\}/g, (_, source) => {
      const value = this.value(source, node);
      if (Array.isArray(value)) return value.length ? this.display(value[0]) : "–";
      if (typeof value === "boolean") return value ? "ja" : "nein";
      return typeof value === "number" ? Functions.german(value) || "–" : value;
    });
  }
  fields(node) {
    const result = [];
    Tree.visit(node, (child) => {
      if (child.item && !child.item.items) result.push(child);
    });
    return result;
  }

  // MARK: Settling

  /** Calculates, and finds what is not relevant, until nothing changes. */
  settle() {
    this.masked = new Map();
    this.knownSets = new Map();
    this.knownCounts = new Map();
    for (let passes = 1; ; passes += 1) {
      this.calculate();
      [this.knownSets, this.knownCounts] = [new Map(), new Map()];
      let hasChanged = false;
      const mark = (node) => {
        node.items.forEach((item, place) => {
          let isOff = !this.holds(item.relevant, node, true);
          // Conditions that chase each other never settle; what was not relevant once then stays so.
          if (passes >= 8) isOff = isOff || node.off[place];
          node.next[place] = isOff;
          if (!isOff && item.items) for (const child of node.spans[place]) if (child.linked) mark(child);
        });
      };
      const start = (node) => {
        node.next = node.items.map((_, place) => passes >= 8 && node.off[place]);
        node.spans.flat().filter((child) => child.items).forEach(start);
      };
      const finish = (node) => {
        if (node.next.some((isOff, place) => isOff !== node.off[place])) hasChanged = true;
        node.off = node.next;
        node.spans.flat().filter((child) => child.items).forEach(finish);
      };
      start(this.root);
      mark(this.root);
      finish(this.root);
      if (!hasChanged) return;
      Tree.turn(this.root, false);
    }
  }
  calculate() {
    const follows = [];
    this.overridden = new Map();
    Tree.visit(this.root, (node) => {
      const field = node.item;
      if (field.items || node.hidden || !(field.calculate !== undefined || field.relations)) return;
      node.own = node.given?.value ?? "";
      if (field.calculate !== undefined && field.readonly && node.own) this.overridden.set(node, node.own);
      if (field.readonly || !node.status) follows.push(node);
    });
    for (let passes = 0; passes < 8; passes += 1) {
      let hasChanged = false;
      for (const node of follows) {
        if (!node.item.readonly && node.own) continue;
        const text = this.calculated(node);
        if (text === null || node.own === text) continue;
        node.own = text;
        hasChanged = true;
      }
      if (!hasChanged) return;
    }
  }
  calculated(node) {
    if (node.item.calculate === undefined) return this.summed(node);
    const text = this.text(node.item.calculate, node.parent);
    return text === "NaN" ? "" : text;
  }

  /** Fills the record with what it lacks: defaults, and what is calculated once. */
  fillDefaults(cleared) {
    for (let passes = 0; passes < 4; passes += 1) {
      this.findMasks();
      const missing = this.missingValues().filter(({ path }) => !cleared.has(path));
      let hasChanged = false;
      for (const { path, item, text } of missing) {
        const values = (item.repeats ? text.split(",") : [text]).map((part) => Kinds.canonical(part, item, this.day)).filter(Boolean);
        hasChanged = Records.set(this.record.content, path, values.map((value) => ({ value }))) || hasChanged;
      }
      if (!hasChanged) return;
      this.build();
    }
  }
  missingValues() {
    const missing = [];
    const startLists = (node) => {
      for (const item of node.items) {
        if (item.items || !item.repeats || item.default === undefined || Tree.element(node, item.id)) continue;
        if (this.masked.has(node) || !this.holds(item.relevant, node, true)) continue;
        const text = this.text(item.default, node);
        const around = Tree.path(node);
        if (text) missing.push({ path: (around ? around + "/" : "") + item.id, item, text });
      }
    };
    const collect = (node) => {
      for (const child of node.children) {
        const item = child.item;
        if (child.hidden || this.masked.has(child)) continue;
        if (item.items) {
          const isNeeded = this.holds(item.required, node, false);
          if (Tree.isFilled(child) || (isNeeded && !item.repeats)) {
            startLists(child);
            collect(child);
          }
        } else if (!child.status && child.own) {
          const isCalculated = item.calculate !== undefined || (item.relations ?? []).some((relation) => relation.kind === "sum");
          if (isCalculated && !item.readonly) missing.push({ path: Tree.path(child), item, text: child.own });
        } else if (!child.status && item.default !== undefined) {
          const text = this.text(item.default, node);
          if (text && text !== "NaN") missing.push({ path: Tree.path(child), item, text });
        }
      }
    };
    startLists(this.root);
    collect(this.root);
    return missing;
  }

  // MARK: What is hidden and what is shown

  findMasks() {
    this.masked = new Map();
    const hidden = [];
    const collect = (masks, node) => {
      for (const mask of masks ?? []) {
        if (!this.holds(mask.when, node, false)) continue;
        for (const hide of mask.hide) for (const found of this.nodes(hide.path, node)) hidden.push([found, hide]);
      }
    };
    collect(this.form.masks, this.root);
    Tree.visit(this.root, (node) => {
      if (node.item.items) collect(node.item.masks, node);
    });
    for (const [node, hide] of hidden) {
      this.masked.set(node, hide.text);
      if (!node.item?.items) continue;
      for (const field of this.fields(node)) if (!hide.keep.includes(field.name)) this.masked.set(field, hide.text);
    }
  }
  display(node) {
    if (this.masked.has(node)) return this.masked.get(node);
    const item = node.item;
    if (item?.figure) return this.figure(node);
    if (node.status && !Tree.isFilled(node)) return Records.statuses[node.status];
    if (!item) return Tree.text(node);
    const empty = item.empty ?? this.form.empty ?? "–";
    if (!item.items) return node.own === "" ? empty : Kinds.shown(node.own, item);
    if (item.display === undefined) return empty;
    const value = this.value(item.display, node);
    if (!Array.isArray(value)) return Functions.german(value) || empty;
    return value.length && Tree.text(value[0]) ? this.display(value[0]) : empty;
  }
  /** A figure, or the sign of official statistics that stands for it. */
  figure(node) {
    const text = Tree.text(node);
    if (node.status && !text) return ".";
    if (!text) return node.item.empty ?? "…";
    return text === "0" && !this.isPublication() ? "–" : GermanNumbers.format(text) ?? text;
  }

  // MARK: Free texts and places

  freeTexts(besides) {
    const left = new Set(besides.flatMap((node) => [node, ...Tree.below(node)]));
    return this.fields(this.root).filter((node) => node.item.freeText && node.own && !left.has(node) && !this.masked.has(node));
  }
  /** What a field, an address or a person tells about where somebody is, hidden or not. */
  placeParts(node) {
    const item = node.item;
    if (!item) return [];
    if (!item.items) {
      const kind = item.telephone ? "phone" : item.mail ? "email" : item.words ? "house" : null;
      return kind && node.own ? [{ kind, value: node.own, node }] : [];
    }
    return node.children.flatMap((child) => {
      if (child.item.items) return this.placeParts(child);
      const kind = child.own ? item.places?.[child.name] : undefined;
      if (kind) return [{ kind, value: child.own, node: child }];
      return child.item.telephone || child.item.mail ? this.placeParts(child) : [];
    });
  }

  // MARK: Dates of retention

  retentionDate(id) {
    const rule = Library.retention[id];
    const start = rule && Days.read(this.text(rule.start, this.root));
    if (!start) return null;
    const end = Days.plus(start, Days.period(rule.period));
    const next = Days.fromOrdinal(Days.ordinal(end) + 1) ?? end;
    return { end, due: rule.action === "destroy" ? end : next };
  }
}
