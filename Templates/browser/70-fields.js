"use strict";
// One field of the form on the screen: its label, its control, its hint and what was found about it.

const Fields = (() => {
  let count = 0;
  const newID = () => `f${(count += 1)}`;
  /** An element with attributes and children; a text becomes a text node, never markup. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /** What stands below a control: hint, proposal, findings. `owner` is what they describe. */
  class Notes {
    constructor(item, owner) {
      this.owner = owner;
      const words = [item.hint, item.items || item.readonly ? null : exampleOf(item)].filter(Boolean);
      this.hint = words.length ? make("p", { class: "hint", id: newID() }, words.join(" · ")) : null;
      this.list = make("ul", { class: "findings", id: newID(), hidden: true });
    }
    get elements() { return [this.hint, this.list].filter(Boolean); }
    show(findings) {
      this.list.replaceChildren(...findings.map((finding) => make("li", { class: finding.strength }, Findings.words[finding.strength] + ": ", words(finding))));
      this.list.hidden = !findings.length;
      const ids = [this.hint?.id, findings.length ? this.list.id : null].filter(Boolean).join(" ");
      if (ids) this.owner.setAttribute("aria-describedby", ids);
      else this.owner.removeAttribute("aria-describedby");
    }
  }
  function exampleOf(item) {
    const example = Kinds.codesOf(item) ? null : Kinds.example(item);
    if (!example) return null;
    return example.startsWith("zum Beispiel") ? example : `zum Beispiel ${example}`;
  }
  const words = (finding) => `${finding.message}${finding.remedy ? " " + finding.remedy : ""} [${finding.id}]`;

  /** The answers that may stand in place of a value. */
  function statusesOf(item) {
    const own = item.kind === "yes-no-unknown" ? ["nicht_gefragt", "verweigert"] : [];
    return [...new Set([...(item.answers ?? []), ...own])];
  }
  const statusMark = "status:";

  /** A field; `changed(contents)` is told what somebody filled in. */
  class Field {
    constructor(item, changed) {
      [this.item, this.changed] = [item, changed];
      this.id = newID();
      this.required = make("span", { class: "required", hidden: true }, " (Pflicht)");
      const { control, element } = this.build();
      this.control = control;
      this.notes = new Notes(item, element.matches("fieldset") ? element : control);
      this.element = element;
      this.proposal = make("button", { type: "button", class: "proposal", hidden: true, onclick: () => this.takeProposal() });
      // On paper a text stands as it is, however long, and what is protected as the papers of kiso print it.
      this.printed = make("p", { class: "printed" });
      element.append(this.printed, ...this.notes.elements, this.proposal);
      this.notes.show([]);
    }
    build() {
      const { item } = this;
      const codes = Kinds.codesOf(item)?.codes;
      if (item.readonly) return this.output();
      if (item.several) return this.boxes(codes ?? []);
      if (codes) return codes.length <= 5 ? this.radios(codes) : this.select(codes);
      return this.input();
    }
    label() {
      return make("label", { for: this.id }, this.item.name, this.required);
    }
    output() {
      const control = make("output", { id: this.id });
      return { control, element: make("div", { class: "field" }, this.label(), control) };
    }
    input() {
      const { item } = this;
      const isLong = item.multiline || item.repeats;
      const attributes = { id: this.id, autocomplete: "off", spellcheck: item.words ? "true" : "false", onchange: () => this.typed(), oninput: () => this.told() };
      const modes = { phone: "tel", email: "email", integer: "numeric", count: "numeric", postcode: "numeric", decimal: "decimal", amount: "decimal" };
      const control = isLong
        ? make("textarea", { ...attributes, rows: item.multiline ? 4 : 2 })
        : make("input", { ...attributes, type: "text", inputmode: modes[item.kind] });
      const isShort = ["day", "partial-day", "time", "moment", "integer", "count", "decimal", "amount", "postcode"].includes(item.kind);
      if (isShort && !isLong) control.classList.add("short");
      const element = make("div", { class: "field" }, this.label(), control);
      if (item.repeats) element.append(make("p", { class: "hint" }, "Mehrere: jede Angabe in einer eigenen Zeile."));
      const statuses = statusesOf(item);
      if (statuses.length) {
        this.status = make("select", { id: newID(), class: "status", onchange: () => this.chosenStatus() },
          make("option", { value: "" }, "–"), ...statuses.map((status) => make("option", { value: status }, Records.statuses[status])));
        element.append(make("label", { class: "status", for: this.status.id }, `${item.name}: statt einer Angabe`), this.status);
      }
      return { control, element };
    }
    select(codes) {
      const { item } = this;
      const control = make("select", { id: this.id, onchange: () => this.chosen(control.value) }, make("option", { value: "" }, "– bitte wählen –"),
        ...codes.map((code) => make("option", { value: code.id }, code.label)),
        ...statusesOf(item).map((status) => make("option", { value: statusMark + status }, Records.statuses[status])));
      return { control, element: make("div", { class: "field" }, this.label(), control) };
    }
    choice(type, value, text, onchange) {
      const id = newID();
      const input = make("input", { type, id, name: type === "radio" ? this.id : undefined, value, onchange });
      return make("div", { class: "choice" }, input, make("label", { for: id }, text));
    }
    radios(codes) {
      const change = (event) => this.chosen(event.target.value);
      const choices = [...codes.map((code) => this.choice("radio", code.id, Kinds.shown(code.id, this.item) === "nicht bekannt" ? "nicht bekannt" : code.label, change)),
        ...statusesOf(this.item).map((status) => this.choice("radio", statusMark + status, Records.statuses[status], change))];
      this.clear = make("button", { type: "button", class: "quiet", hidden: true, onclick: () => this.chosen("") }, `Auswahl aufheben`);
      this.clear.append(make("span", { class: "unseen" }, `: ${this.item.name}`));
      const element = make("fieldset", { class: "field", id: this.id }, make("legend", {}, this.item.name, this.required), make("div", { class: "choices" }, ...choices, this.clear));
      return { control: element, element };
    }
    boxes(codes) {
      const change = () => {
        // In the order in which they were chosen, as when they are typed.
        const checked = [...this.element.querySelectorAll("input:checked")].map((box) => box.value);
        const kept = this.values.filter((value) => checked.includes(value));
        this.changed([...kept, ...checked.filter((value) => !kept.includes(value))].map((value) => ({ value })));
      };
      const element = make("fieldset", { class: "field", id: this.id }, make("legend", {}, this.item.name, this.required),
        make("div", { class: "choices" }, ...codes.map((code) => this.choice("checkbox", code.id, code.label, change))));
      return { control: element, element };
    }

    // MARK: What somebody does

    chosen(value) {
      if (value.startsWith(statusMark)) this.changed([{ status: value.slice(statusMark.length) }]);
      else this.changed(value ? [{ value }] : []);
    }
    chosenStatus() {
      this.changed(this.status.value ? [{ status: this.status.value }] : []);
    }
    /** While somebody types nothing is judged, but leaving must ask. */
    told() { this.changed(null); }
    typed() {
      const day = this.day;
      const parts = this.item.repeats ? this.control.value.split("\n") : [this.control.value];
      const values = parts.map((part) => Kinds.canonical(part, this.item, day)).filter(Boolean);
      const status = statusesOf(this.item).find((status) => Records.statuses[status] === values[0]?.toLowerCase());
      this.changed(status && !this.item.words ? [{ status }] : values.map((value) => ({ value })));
    }
    takeProposal() {
      this.changed([{ value: this.proposed }]);
      this.focus();
    }
    focus() {
      const target = this.element.matches("fieldset") ? this.element.querySelector("input") ?? this.element : this.control;
      target.focus();
    }

    // MARK: What is shown

    /** Shows the nodes that the evaluated paper has for the field. */
    update(paper, parent, nodes, isOff) {
      this.day = paper.day;
      // What is filled in although it does not belong here stays in sight, so that somebody can take it out.
      this.element.hidden = isOff && !nodes.some((node) => Records.holdsValue(node.given));
      if (this.element.hidden) return;
      const isRequired = !isOff && !this.item.readonly && paper.holds(this.item.required, parent, false);
      this.required.hidden = !isRequired;
      const own = (node) => (isOff ? node.given?.value ?? "" : node.own);
      const values = nodes.map(own).filter(Boolean);
      const status = nodes[0]?.status ?? null;
      if (this.item.readonly) this.control.value = nodes[0] ? paper.display(nodes[0]) : "";
      else if (this.item.several) {
        this.values = values;
        for (const box of this.element.querySelectorAll("input")) box.checked = values.includes(box.value);
      } else if (Kinds.codesOf(this.item)) this.showChoice(status ? statusMark + status : values[0] ?? "");
      else {
        const text = values.map((value) => Kinds.typed(value, this.item)).join("\n");
        if (this.control.value !== text) this.control.value = text;
        if (this.status) this.status.value = status ?? "";
      }
      const mask = nodes.map((node) => paper.masked.get(node)).find(Boolean);
      this.element.classList.toggle("masked", Boolean(mask));
      const isText = this.control.matches("input, textarea, output");
      this.printed.textContent = mask ?? (isText ? this.control.value : this.control.selectedOptions?.[0]?.value ? this.control.selectedOptions[0].text : "");
      if (!this.element.matches("fieldset") && !this.item.readonly) this.control.setAttribute("aria-required", String(isRequired));
      this.showProposal(paper, parent, !isOff && !values.length && !status);
    }
    showChoice(value) {
      const inputs = [...this.element.querySelectorAll("input")];
      if (!inputs.length) {
        if (value && ![...this.control.options].some((option) => option.value === value)) this.control.append(make("option", { value }, `unbekannt: ${value}`));
        this.control.value = value;
        return;
      }
      for (const input of inputs) input.checked = input.value === value;
      this.clear.hidden = !value;
    }
    showProposal(paper, parent, isEmpty) {
      const { item } = this;
      const text = isEmpty && !item.readonly && item.propose !== undefined && !item.repeats ? paper.text(item.propose, parent) : "";
      this.proposed = text === "NaN" ? "" : text;
      this.proposal.hidden = !this.proposed;
      if (this.proposed) this.proposal.textContent = `Vorschlag für ${item.name} übernehmen: ${Kinds.typed(this.proposed, item)}`;
    }
    showFindings(findings) {
      this.notes.show(findings);
      const isWrong = findings.some((finding) => finding.strength === "error");
      if (!this.element.matches("fieldset")) this.control.setAttribute("aria-invalid", String(isWrong));
      this.element.classList.toggle("wrong", isWrong);
    }
  }

  return { make, newID, Notes, Field, words };
})();
