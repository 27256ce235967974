"use strict";
// Groups and sections on the screen. A view knows where its values stand in what somebody filled in, and which node
// of the evaluated paper it shows.

const Groups = (() => {
  const { make, newID, Notes, Field } = Fields;

  /** The items of a group or of a section, one view each. */
  class Items {
    /** `group()` gives what is filled in around the items; `changed()` is told when that is another. */
    constructor(items, group, changed) {
      this.views = items.map((item) => {
        if (item.items) return new (item.repeats ? Repeated : Single)(item, group, changed);
        return new Field(item, (contents) => {
          if (contents) group()[item.id] = contents;
          changed(contents ? { item, contents } : null);
        });
      });
      this.elements = this.views.map((view) => view.element);
    }
    /** Whether anything of it is there. */
    update(paper, node, views) {
      let isThere = false;
      for (const view of this.views) {
        const place = node.items.indexOf(view.item);
        const isOff = node.off[place] || node.hidden === true;
        const nodes = node.spans[place];
        const path = (Tree.path(node) ? Tree.path(node) + "/" : "") + view.item.id;
        views.set(path, view);
        view.update(paper, node, nodes, isOff, views);
        isThere = isThere || !view.element.hidden;
      }
      return isThere;
    }
  }

  class Single {
    constructor(item, group, changed) {
      this.item = item;
      const own = () => ((group()[item.id] ??= [{ group: {} }])[0].group ??= {});
      this.items = new Items(item.items, own, changed);
      this.required = make("span", { class: "required", hidden: true }, " (Pflicht)");
      this.element = make("fieldset", { class: "group", tabindex: "-1" }, make("legend", {}, item.name, this.required));
      this.notes = new Notes(item, this.element);
      this.element.append(...this.notes.elements, ...this.items.elements);
    }
    update(paper, parent, nodes, isOff, views) {
      this.element.hidden = isOff && !Records.holdsValue(nodes[0].given);
      this.required.hidden = isOff || !paper.holds(this.item.required, parent, false);
      this.items.update(paper, nodes[0], views);
    }
    showFindings(findings) { this.notes.show(findings); }
    focus() { this.element.focus(); }
  }

  class Repeated {
    constructor(item, group, changed) {
      [this.item, this.group, this.changed] = [item, group, changed];
      this.rows = [];
      this.required = make("span", { class: "required", hidden: true }, " (Pflicht)");
      this.place = make("div", { class: "rows" });
      this.add = make("button", { type: "button", class: "add", onclick: () => this.addRow() });
      this.element = make("fieldset", { class: "group repeated", tabindex: "-1" }, make("legend", {}, item.name, this.required));
      this.notes = new Notes(item, this.element);
      this.element.append(...this.notes.elements, this.place, this.add);
    }
    get contents() { return (this.group()[this.item.id] ??= []); }
    addRow() {
      this.contents.push({ group: {} });
      this.changed({ item: this.item });
      this.rows.at(-1)?.element.querySelector("input, select, textarea")?.focus();
    }
    removeRow(row) {
      const place = this.rows.indexOf(row);
      this.contents.splice(place, 1);
      row.element.remove();
      this.rows.splice(place, 1);
      this.changed({ item: this.item });
      (this.rows[Math.min(place, this.rows.length - 1)]?.remove ?? this.add).focus();
    }
    /** As many rows as there are contents. */
    grow(count) {
      while (this.rows.length > count) this.rows.pop().element.remove();
      while (this.rows.length < count) {
        const row = {};
        const own = () => (this.contents[this.rows.indexOf(row)].group ??= {});
        row.items = new Items(this.item.items, own, this.changed);
        row.legend = make("legend");
        row.remove = make("button", { type: "button", class: "quiet", onclick: () => this.removeRow(row) });
        row.element = make("fieldset", { class: "row", tabindex: "-1" }, row.legend);
        row.notes = new Notes({ items: [] }, row.element);
        row.element.append(...row.notes.elements, ...row.items.elements, row.remove);
        row.focus = () => row.element.focus();
        row.showFindings = (findings) => row.notes.show(findings);
        this.rows.push(row);
        this.place.append(row.element);
      }
    }
    update(paper, parent, nodes, isOff, views) {
      this.element.hidden = isOff && !nodes.some((node) => Records.holdsValue(node.given));
      this.add.hidden = isOff;
      this.required.hidden = isOff || !paper.holds(this.item.required, parent, false);
      this.grow(nodes.length);
      nodes.forEach((node, index) => {
        const row = this.rows[index];
        const name = `${this.item.name} ${index + 1}`;
        row.legend.textContent = name;
        row.remove.textContent = `${name} entfernen`;
        views.set(Tree.path(node), row);
        row.items.update(paper, node, views);
      });
      const another = nodes.length && this.item.another ? this.item.another.replace(/\?$/, "") : `${this.item.name}: Eintrag`;
      this.add.textContent = `${another} hinzufügen`;
    }
    showFindings(findings) { this.notes.show(findings); }
    focus() { this.add.focus(); }
  }

  class Section {
    constructor(section, group, changed) {
      this.id = newID();
      this.items = new Items(section.items, group, changed);
      this.heading = make("h2", { id: this.id, tabindex: "-1" }, section.label);
      this.element = make("section", { "aria-labelledby": this.id }, this.heading, ...this.items.elements);
      this.link = make("li", {}, make("a", { href: `#${this.id}` }, section.label));
    }
    update(paper, views) {
      const isThere = this.items.update(paper, paper.root, views);
      this.element.hidden = this.link.hidden = !isThere;
    }
  }

  return { Section };
})();
