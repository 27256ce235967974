// Fills in the page as a person would: finds each control by its label inside its group, and uses it. Given the XML of
// a record; gives the file that the page would save, how many values were filled in, and what could not be.
(xml) => {
  // What does not belong to a paper, and a code that there is not, cannot be filled in: nobody could make such a record.
  const alone = new Paper(Records.read(xml, Days.read(Library.day)), Days.read(Library.day));
  const strays = [alone.root];
  while (strays.length) {
    const node = strays.pop();
    if (node.hidden && (node.given?.value || node.given?.status)) return null;
    const codes = !node.item || node.item.items ? null : Kinds.codesOf(node.item)?.codes;
    if (codes && node.own && !codes.some((code) => code.id === node.own)) return null;
    // Nobody ticks a box twice.
    const ticked = (node.spans ?? []).flatMap((span) => span.filter((child) => child.item.several).map((child) => child.name + " " + child.own));
    if (new Set(ticked).size < ticked.length) return null;
    strays.push(...(node.spans ?? []).flat());
  }
  const wanted = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  const complaints = [];
  let values = 0;
  const day = Days.read(Library.day);
  const plain = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".required, .unseen").forEach((part) => part.remove());
    return copy.textContent.trim();
  };
  const isSeen = (element) => !element.closest("[hidden]");
  /** Labels and legends that stand in a group itself, not in one inside it. */
  const named = (around, name, kind) =>
    [...around.querySelectorAll(kind)].filter((label) =>
      plain(label) === name && isSeen(label) && !label.closest(".choice") && label.parentElement.parentElement.closest("fieldset.group, fieldset.row, section, body") === around);
  const send = (control, type) => control.dispatchEvent(new Event(type, { bubbles: true }));
  function type(control, text) {
    control.focus();
    control.value = text;
    send(control, "input");
    send(control, "change");
  }

  function fill(around, name, item, elements, path) {
    if (item.items) return fillGroup(around, name, item, elements, path);
    if (item.readonly) return undefined;
    const codes = Kinds.codesOf(item)?.codes;
    const isSet = item.several || (codes && codes.length <= 5);
    const [label, more] = named(around, name, isSet ? "legend" : "label");
    if (!label || more) {
      complaints.push(`${path}: ${label ? "several labels" : "no label"} ›${name}‹`);
      return undefined;
    }
    values += elements.length;
    const status = elements[0].getAttribute("status");
    const texts = elements.map((element) => element.textContent);
    if (isSet) {
      const box = label.parentElement;
      const labels = status ? [Records.statuses[status]] : texts.map((text) => codes.find((code) => code.id === text)?.label ?? text);
      for (const wanted of labels) {
        const words = wanted === "unbekannt" ? ["unbekannt", "nicht bekannt"] : [wanted];
        const choice = [...box.querySelectorAll("label")].find((label) => words.includes(plain(label)));
        if (!choice) complaints.push(`${path}: no choice ›${wanted}‹`);
        else {
          const input = document.getElementById(choice.htmlFor);
          if (!input.checked) input.click();
        }
      }
      if (item.several) {
        for (const input of box.querySelectorAll("input:checked")) if (!texts.includes(input.value)) input.click();
      }
      return undefined;
    }
    const control = document.getElementById(label.htmlFor);
    if (codes) {
      const wanted = status ? Records.statuses[status] : codes.find((code) => code.id === texts[0])?.label;
      const option = [...control.options].find((option) => option.text === wanted);
      if (option) type(control, option.value);
      else complaints.push(`${path}: no choice ›${wanted ?? texts[0]}‹`);
    } else if (status) {
      const [other] = named(around, `${name}: statt einer Angabe`, "label");
      if (other) type(document.getElementById(other.htmlFor), status);
      else complaints.push(`${path}: no choice of what stands in place of a value`);
    } else {
      // As people write it: German days and numbers, not the form in the file.
      type(control, texts.map((text) => (Kinds.canonical(Kinds.typed(text, item), item, day) === text ? Kinds.typed(text, item) : text)).join("\n"));
    }
    return undefined;
  }
  function fillGroup(around, name, item, elements, path) {
    const [legend] = named(around, name, "legend");
    if (!legend) return complaints.push(`${path}: no group ›${name}‹`);
    const group = legend.parentElement;
    elements.forEach((element, index) => {
      let inner = group;
      if (item.repeats) {
        const rows = () => [...group.querySelectorAll("fieldset.row")].filter((row) => row.parentElement.closest("fieldset.group, fieldset.row") === group);
        if (rows().length <= index) [...group.querySelectorAll("button.add")].filter((button) => button.closest("fieldset.group, fieldset.row") === group).at(-1).click();
        inner = rows()[index];
      }
      fillAll(inner, item.items, element, `${path}[${index + 1}]/`);
    });
    return undefined;
  }
  /** Fills in what stands there; repeated while filling in one field brings others up. */
  function fillAll(around, items, element, path) {
    for (const item of items) {
      const own = [...element.children].filter((child) => child.localName === item.id);
      if (own.length) fill(around, item.name, item, item.repeats ? own : own.slice(0, 1), path + item.id);
    }
  }
  const done = new Set();
  for (let passes = 0; passes < 3; passes += 1) {
    complaints.length = 0;
    for (const section of Library.form.sections) {
      const heading = [...document.querySelectorAll("section > h2")].find((heading) => heading.textContent === section.label);
      fillAll(heading.parentElement, section.items, wanted, "");
    }
    if (passes === 0) done.values = values;
    if (!complaints.length) break;
  }
  return { given: Page.file(), values: done.values, complaints: [...complaints] };
}
