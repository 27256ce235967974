"use strict";
// Records: what is filled in, by the names of fields. A group is an object whose members are lists of contents; a
// content is {value}, {status} or {group}.

const Records = (() => {
  // Without a prototype, so that no word of a file is taken for a status because objects have it.
  const statuses = { __proto__: null, nicht_gefragt: "nicht gefragt", unbekannt: "nicht bekannt", verweigert: "keine Angabe", geheim: "geheim" };
  const step = (text) => {
    const parts = /^([^[\]]+)(?:\[(\d+)\])?$/.exec(text);
    return { name: parts[1], number: parts[2] === undefined ? null : Number(parts[2]) };
  };
  const holdsValue = (content) =>
    content !== undefined && (content.group ? Object.values(content.group).flat().some(holdsValue) : Boolean(content.value));
  const isEmpty = (group) => Object.values(group).every((contents) => !contents.some((content) => content.value || content.status || (content.group && !isEmpty(content.group))));

  /** The group around the item at a path, made where it is lacking. */
  function around(content, path) {
    const steps = path.split("/").map(step);
    let group = content;
    for (const { name, number } of steps.slice(0, -1)) {
      const contents = (group[name] ??= []);
      const place = (number ?? 1) - 1;
      contents[place] ??= { group: {} };
      group = contents[place].group ??= {};
    }
    return { group, last: steps.at(-1) };
  }
  /** Sets the contents at a path; says whether that changed anything. */
  function set(content, path, contents) {
    const { group, last } = around(content, path);
    const before = JSON.stringify(group[last.name] ?? []);
    if (last.number === null) group[last.name] = contents;
    else (group[last.name] ??= []).splice(last.number - 1, 1, ...contents);
    return before !== JSON.stringify(group[last.name]);
  }
  function contents(content, path) {
    let found = [{ group: content }];
    for (const { name, number } of path.split("/").map(step)) {
      found = found.flatMap(({ group }) => (group?.[name] ?? []).filter((_, index) => number === null || index + 1 === number));
    }
    return found;
  }
  function placeOf(path) {
    let items = Library.form.items;
    const words = [];
    for (const { name, number } of path.split("/").map(step)) {
      const item = items?.find((item) => item.id === name);
      if (!item) return path;
      words.push(item.label + (number ? ` ${number}` : ""));
      items = item.items;
    }
    return words.join(" › ");
  }
  /** The number of the case that a paper belongs to; null when it tells none. */
  function caseNumber(content) {
    const name = Library.form.caseField;
    const text = name && content[name]?.[0]?.value;
    const item = Library.form.items.find((item) => item.id === name && !item.items);
    if (!text || !item) return null;
    const pattern = PaperNumbers.of(item);
    return pattern?.hasBase ? pattern.read(text)?.root ?? null : text;
  }

  // MARK: XML

  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
  const escapedAttribute = (text) => escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
  function write(record, content) {
    const head = { form: record.form, version: record.version };
    if (record.id !== undefined) head.id = record.id;
    if (record.edition > 1) head.edition = record.edition;
    if (record.corrected) head.corrected = record.corrected;
    const unconfirmed = (record.unconfirmed ?? []).filter((path) => contents(content, path).length);
    if (unconfirmed.length) head.unconfirmed = unconfirmed.join(" ");
    const attributes = Object.entries(head).map(([name, value]) => ` ${name}="${escapedAttribute(String(value))}"`).join("");
    const lines = (group, items, indent) =>
      items.flatMap((item) => (group[item.id] ?? []).map((content) => {
        if (content.status) return `${indent}<${item.id} status="${content.status}"/>\n`;
        if (content.group) return Records.isEmpty(content.group) ? "" : `${indent}<${item.id}>\n${lines(content.group, item.items, indent + "  ")}${indent}</${item.id}>\n`;
        return `${indent}<${item.id}>${escaped(content.value)}</${item.id}>\n`;
      })).join("");
    return `<?xml version="1.0" encoding="UTF-8"?>\n<record${attributes}>\n${lines(content, Library.form.items, "  ")}</record>\n`;
  }

  class Refusal extends Error {}

  /** A record from its XML; what does not fit is reported in `structure` and never dropped silently. */
  function read(xml, day) {
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Refusal("Die Datei enthält eine Dokumenttyp-Deklaration; so schreibt kiso keine Angaben.");
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    const root = parsed.documentElement;
    if (parsed.getElementsByTagName("parsererror").length) throw new Refusal("Die Datei ist kein vollständiges XML; sie ist beschädigt oder etwas anderes.");
    if (!root || root.localName !== "record" || root.namespaceURI) throw new Refusal("Das ist keine Datei mit Angaben (XML von kiso).");
    const { form } = Library;
    if (root.getAttribute("form") !== form.id) {
      throw new Refusal(`Die Datei gehört zu einem anderen Formular; diese Seite ist für „${form.title}“.`);
    }
    const structure = [];
    const report = (ending, path, place, message, remedy, strength = "error") =>
      structure.push({ id: `${strength === "error" ? "E" : "W"}-${form.short}-${ending}`, strength, path, place, message, remedy });
    const version = root.getAttribute("version") ?? form.version;
    if (version !== form.version) {
      report("FASSUNG", "", form.title, `Die Angaben gehören zu Fassung ${version.slice(0, 20)} des Formulars; hier gilt Fassung ${form.version}.`,
        "Bitte prüfen, ob alles übernommen wurde.", "warning");
    }
    const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    function group(element, items, path, place) {
      const result = {};
      const unknown = (name, message) =>
        report("FELD", path + name, place, message, "Bitte den Namen berichtigen; der Wert ginge sonst verloren.");
      if (ownText(element)) unknown("#text", "Hier steht Text außerhalb der Felder.");
      const seen = new Set();
      for (const child of element.children) {
        const name = (child.namespaceURI ? "*:" : "") + child.localName;
        const item = items.find((item) => item.id === name);
        if (!item) {
          if (!seen.has(name)) unknown(name, `Das Feld ›${name}‹ gibt es hier nicht.${Nearest.question(name, items.map((item) => item.id))}`);
          seen.add(name);
          continue;
        }
        const known = (result[item.id] ??= []);
        if (known.length && !item.repeats) {
          if (!seen.has(name)) {
            report("MEHRFACH", path + name, place ? `${place}` : item.label, `›${item.label}‹ steht mehrmals da.`, "Hier gibt es nur einen Wert; bitte die anderen löschen.");
          }
          seen.add(name);
          continue;
        }
        const own = `${path}${name}${item.repeats ? `[${known.length + 1}]` : ""}`;
        const content = contentOf(child, item, own, (place ? place + " › " : "") + item.label + (item.repeats ? ` ${known.length + 1}` : ""));
        if (content) known.push(content);
      }
      for (const [name, contents] of Object.entries(result)) if (!contents.length) delete result[name];
      return result;
    }
    function contentOf(element, item, path, place) {
      const status = element.getAttribute("status");
      if (status !== null && !element.textContent) {
        if (statuses[status]) return { status };
        report("STATUS", path, place, `›${status.slice(0, 60)}‹ ist keine der Angaben, die statt eines Werts stehen können.`,
          `Möglich: ${Object.keys(statuses).join(", ")}.`);
        return null;
      }
      const isPlain = !element.children.length && !element.attributes.length;
      if (item.items) {
        if (isPlain && !element.textContent.trim()) return null;
        if (!isPlain) {
          const inner = group(element, item.items, path + "/", place);
          return Object.keys(inner).length ? { group: inner } : null;
        }
      } else if (isPlain) {
        const value = Kinds.canonical(element.textContent, item, day);
        return value ? { value } : null;
      }
      report("AUFBAU", path, place, `›${item.label}‹ hat nicht den erwarteten Aufbau.`, "Bitte mit der Beschreibung des Formulars vergleichen (kiso forms).");
      return null;
    }
    return {
      form: form.id, version, id: root.getAttribute("id") ?? undefined, edition: Number(root.getAttribute("edition") ?? 1),
      corrected: Days.read(root.getAttribute("corrected") ?? "") ? root.getAttribute("corrected") : undefined,
      unconfirmed: (root.getAttribute("unconfirmed") ?? "").split(/\s+/).filter(Boolean), content: group(root, form.items, "", ""), structure,
    };
  }

  return {
    statuses, holdsValue, isEmpty, set, contents, around, placeOf, caseNumber, write, read, Refusal,
    empty: () => ({ form: Library.form.id, version: Library.form.version, edition: 1, unconfirmed: [], content: {}, structure: [] }),
  };
})();
