"use strict";
// What is wrong with a paper: findings with stable ids, in the order of the form.

const Findings = (() => {
  /** `kinder[2]/vorname` → `kinder.vorname`: the id of a generated rule does not depend on the record. */
  const ruleName = (path) => path.replace(/\[[^\]]*\]/g, "").replaceAll("/", ".");
  const placeOf = (node) => Tree.place(node) ?? "";

  function of(paper) {
    const { form, root } = paper;
    const found = [];
    const alwaysBlocking = new Set();
    const add = (finding) => found.push({ remedy: "", ...finding });
    const generated = (letter, path, ending) => `${letter}-${form.short}-${ruleName(path)}-${ending}`;
    const said = (text, node) => ({ id: text.id, strength: text.strength, message: paper.sentence(text.message, node), remedy: paper.sentence(text.remedy, node) });

    function below(node) {
      node.items.forEach((item, place) => {
        if (node.off[place]) {
          if (node.spans[place].some((child) => Records.holdsValue(child.given))) forbidden(item, node);
          return;
        }
        const children = node.spans[place].filter((child) => child.linked);
        if (item.required !== undefined && isMissing(children) && paper.holds(item.required, node, false)) missing(item, children[0] ?? node, node);
        for (const child of children) {
          if (!item.items) field(child);
          else if (item.repeats || Tree.isFilled(child)) {
            below(child);
            for (const rule of item.rules ?? []) apply(rule, child);
          }
        }
      });
    }
    function field(node) {
      const { item, own } = node;
      const [path, place] = [Tree.path(node), placeOf(node)];
      const given = paper.overridden.get(node);
      if (given !== undefined && given !== own) {
        add({
          id: generated("W", path, "berechnet"), strength: "warning", path, place, remedy: "Bitte die Angabe weglassen.",
          message: `›${item.label}‹ wird berechnet (${paper.display(node)}); der angegebene Wert gilt nicht.`,
        });
      }
      if (!own) return;
      const problem = Kinds.problem(own, item);
      if (problem) {
        const id = generated("E", path, problem.id);
        if (item.calendarDay && problem.id === "format") alwaysBlocking.add(id);
        add({ id, strength: "error", path, place, message: `›${place}‹ ${problem.message}`, remedy: problem.remedy });
        return;
      }
      const sign = Kinds.unprintable(own);
      if (sign) {
        add({
          id: generated("W", path, "schrift"), strength: "warning", path, place, remedy: "Bitte in Worten schreiben.",
          message: `›${place}‹ enthält ein Zeichen, das keine Schrift der Papiere hat (U+${Texts.hex(sign)}); auf dem Blatt stünde dort ein Kästchen.`,
        });
      }
      if (item.relations && !paper.isPublication()) item.relations.forEach((relation) => related(relation, node));
      for (const rule of item.rules ?? []) apply(rule, node);
    }
    function related(relation, node) {
      const number = Number(node.own);
      const total = paper.total(relation, node.parent);
      if (Number.isNaN(number) || !total) return;
      let holds = relation.kind === "most" ? number <= total.value || !total.isComplete : number === total.value;
      // What is not known yet can only add to the sum, unless it is subtracted.
      if (relation.kind === "sum" && !total.isComplete) holds = number >= total.value || relation.terms.some((term) => term.minus);
      if (holds) return;
      paper.expected = total.value;
      add({ ...said(relation.text, node), path: Tree.path(node), place: placeOf(node) });
      paper.expected = null;
    }
    function isMissing(children) {
      return !children.some((child) =>
        Tree.isFilled(child) || paper.masked.has(child) || (child.status && (child.item.answers ?? []).includes(child.status)));
    }
    function missing(item, node, parent) {
      const around = Tree.place(parent);
      const path = (Tree.path(parent) ? Tree.path(parent) + "/" : "") + item.id;
      const usual = {
        id: generated("E", path, "fehlt"), strength: "error", message: `›${item.label}‹${around ? ` (${around})` : ""} fehlt.`, remedy: "Bitte eintragen.",
      };
      const text = item.missing ? said(item.missing, node) : usual;
      add({ ...text, path: Tree.path(node) || path, place: node === parent ? item.label : Tree.place(node) ?? item.label });
    }
    function forbidden(item, parent) {
      const around = Tree.place(parent);
      const path = (Tree.path(parent) ? Tree.path(parent) + "/" : "") + item.id;
      const usual = {
        id: generated("H", path, "entfaellt"), strength: "hint", message: `›${item.label}‹ entfällt hier und wird nicht gedruckt.`, remedy: "Bitte prüfen.",
      };
      add({ ...(item.forbidden ? said(item.forbidden, parent) : usual), path, place: (around ? around + " › " : "") + item.label });
    }
    function apply(rule, context) {
      if (rule.each === undefined) {
        if (isBroken(rule, context)) report(rule, context);
        return;
      }
      for (const node of paper.nodes(rule.each, context)) if (isBroken(rule, node)) report(rule, node);
    }
    function isBroken(rule, node) {
      // A field without value has nothing that a rule could hold against it.
      if (node.item && !node.item.items && !node.own) return false;
      return paper.holds(rule.when, node, true) && !paper.holds(rule.test, node, true);
    }
    function report(rule, node) {
      const target = (rule.at !== undefined && paper.nodes(rule.at, node)[0]) || node;
      const item = target.item;
      // A rule that points to a repeated item from outside is about all of it.
      const isAboutAll = rule.at !== undefined && Boolean(item?.repeats);
      if (rule.blocks) alwaysBlocking.add(rule.text.id);
      const path = item ? Tree.path(target) : rule.at ?? "";
      add({
        ...said(rule.text, node), ...(Library.strict.includes(rule.strict) ? { strength: "error" } : {}), path: isAboutAll ? path.replace(/\[\d+\]$/, "") : path,
        place: isAboutAll ? item.label : Tree.place(target) ?? rule.at ?? "",
      });
    }
    /** A paper that rests on a release: here no release is at hand, which is never allowed silently. */
    function uses(use) {
      const nodes = use.each === undefined ? [root] : paper.nodes(use.each, root);
      for (const node of nodes) {
        if (!paper.holds(use.when, node, true) || !paper.text(use.reference, node)) continue;
        const { text, at } = use.absent;
        const target = (at !== undefined && paper.nodes(at, node)[0]) || node;
        add({ ...said(text, node), path: Tree.path(target) || (target.item ? "" : at ?? ""), place: Tree.place(target) ?? at ?? form.title });
      }
    }
    function unrounded() {
      if (!paper.isPublication()) return;
      for (const node of paper.fields(root)) {
        if (!node.item.figure || !node.own || Number.isNaN(Number(node.own)) || Number(node.own) % form.publication.step === 0) continue;
        add({ ...said(form.publication.text, node), path: Tree.path(node), place: placeOf(node) });
      }
    }

    below(root);
    for (const rule of form.rules) apply(rule, root);
    form.uses.forEach(uses);
    unrounded();
    // A paper that is never held up turns errors into warnings, except for days that no calendar has.
    return found.map((finding) => {
      const isSoftened = !form.blocking && finding.strength === "error" && !alwaysBlocking.has(finding.id);
      return isSoftened ? { ...finding, strength: "warning", id: "W" + finding.id.slice(1) } : finding;
    });
  }

  /** That there are values to confirm, as one warning that names their places. */
  function unconfirmed(record) {
    const paths = (record.unconfirmed ?? []).filter((path) => Records.contents(record.content, path).length);
    if (!paths.length) return [];
    const places = paths.map((path) => Records.placeOf(path));
    const more = places.length > 12 ? ` und ${places.length - 12} weitere` : "";
    return [{
      id: `W-${Library.form.short}-BESTAETIGEN`, strength: "warning", path: paths[0], place: places[0],
      message: `Nach Beschriftungen gelesen und noch nicht bestätigt: ${places.slice(0, 12).map((place) => `›${place}‹`).join(", ")}${more}.`,
      remedy: "Bitte mit dem Papier vergleichen und dann bestätigen (kiso fill … --confirm).",
    }];
  }

  return { of, unconfirmed, words: { error: "Fehler", warning: "Warnung", hint: "Hinweis" }, order: ["error", "warning", "hint"] };
})();
