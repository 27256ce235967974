"use strict";
// The page: one paper from empty to saved. Nothing is sent, nothing is kept when the page is left.

const Library = JSON.parse(document.getElementById("declaration").textContent);
Library.form.items = Library.form.sections.flatMap((section) => section.items);

/** Names each item as the screen does: where a label stands twice side by side, with the one before it. */
function nameItems(items) {
  const labels = items.map((item) => item.label);
  items.forEach((item, index) => {
    const isDoubled = index > 0 && labels.indexOf(item.label) !== labels.lastIndexOf(item.label);
    item.name = isDoubled ? `${item.label} (nach ›${labels[index - 1]}‹)` : item.label;
    if (item.items) nameItems(item.items);
  });
}
Library.form.sections.forEach((section) => nameItems(section.items));

const Page = (() => {
  const { make, words } = Fields;
  const byID = (id) => document.getElementById(id);
  const today = () => {
    const now = new Date();
    return Days.make(now.getFullYear(), now.getMonth() + 1, now.getDate());
  };
  const day = () => (Library.day ? Days.read(Library.day) : today());

  let record = Records.empty();
  let cleared = new Set();
  let touched = new Set();
  let isAsked = false;
  let isSaved = true;
  let paper = null;
  let views = new Map();

  const sections = Library.form.sections.map((section) => new Groups.Section(section, () => record.content, changed));

  function changed(change) {
    isSaved = false;
    if (!change) return;
    refresh(change);
  }

  // MARK: Evaluating

  /**
   * A group without empty rows: at its end where they do not count yet, everywhere where it is saved; then without what
   * always follows from the rest, too.
   */
  function pruned(group, items, everywhere) {
    const result = {};
    for (const item of items) {
      if (everywhere && item.calculate !== undefined && item.readonly) continue;
      let contents = (group[item.id] ?? []).map((content) => (content.group ? { group: pruned(content.group, item.items, everywhere) } : content));
      const isBlank = (content) => Boolean(content.group) && Records.isEmpty(content.group);
      if (everywhere) contents = contents.filter((content) => !isBlank(content));
      while (contents.length && isBlank(contents.at(-1))) contents.pop();
      if (contents.length) result[item.id] = contents;
    }
    return result;
  }
  const copy = (value) => JSON.parse(JSON.stringify(value));
  function evaluated(content) {
    return new Paper({ ...record, content }, day(), { withDefaults: true, cleared });
  }

  /** Brings the screen to what is filled in now. */
  function refresh(change) {
    if (change?.contents && !change.contents.length && change.item.default !== undefined) noteCleared(change.item);
    const shown = evaluated(copy(record.content));
    const judged = pruned(record.content, Library.form.items, false);
    paper = JSON.stringify(judged) === JSON.stringify(record.content) ? shown : evaluated(judged);
    views = new Map();
    for (const section of sections) section.update(shown, views);
    if (change?.contents) touch(change.item);
    record.unconfirmed = (record.unconfirmed ?? []).filter((path) => !touched.has(path));
    showFindings();
  }
  /** Remembers which fields somebody has filled in, and which defaults somebody has taken out. */
  const pathsOf = (item) => [...views].filter(([, view]) => view.item === item && document.activeElement && view.element.contains(document.activeElement)).map(([path]) => path);
  function touch(item) {
    for (const path of pathsOf(item)) touched.add(path);
  }
  function noteCleared(item) {
    for (const path of pathsOf(item)) cleared.add(path);
  }

  // MARK: Findings

  const bare = (path) => (views.has(path) ? path : path.replace(/\[\d+\]$/, ""));
  /** Before somebody asks for the check, only what is filled in is judged. */
  const isTold = ({ path, id }) => isAsked || touched.has(bare(path)) || (Boolean(paper.root) && !/fehlt$/.test(id) && isFilledAt(path));
  function isFilledAt(path) {
    return path !== "" && Records.contents(record.content, path).some((content) => content.value || content.status);
  }
  function showFindings() {
    const told = paper.findings.filter(isTold);
    const byView = new Map();
    for (const finding of told) {
      const view = views.get(bare(finding.path));
      if (view) byView.set(view, [...(byView.get(view) ?? []), finding]);
    }
    for (const view of new Set(views.values())) view.showFindings(byView.get(view) ?? []);
    const counts = Findings.order.map((strength) => [strength, paper.findings.filter((finding) => finding.strength === strength).length]);
    const plural = { error: ["Fehler", "Fehler"], warning: ["Warnung", "Warnungen"], hint: ["Hinweis", "Hinweise"] };
    const text = counts.filter(([, count]) => count).map(([strength, count]) => `${count} ${plural[strength][count === 1 ? 0 : 1]}`).join(", ");
    byID("summary").hidden = !isAsked;
    byID("summary-title").textContent = text ? `Prüfung: ${text}` : "Prüfung: alles in Ordnung";
    byID("summary-list").replaceChildren(...Findings.order.flatMap((strength) => paper.findings.filter((finding) => finding.strength === strength)).map(entry));
  }
  function entry(finding) {
    const view = views.get(bare(finding.path));
    const strength = make("strong", {}, Findings.words[finding.strength] + ": ");
    const isShown = view && !view.element.closest("[hidden]");
    if (!isShown) return make("li", { class: finding.strength }, strength, words(finding));
    const target = view.id ?? (view.element.id ||= Fields.newID());
    const jump = (event) => {
      event.preventDefault();
      view.focus();
    };
    return make("li", { class: finding.strength }, strength, make("a", { href: `#${target}`, onclick: jump }, words(finding)));
  }
  function say(text) { byID("state").textContent = text; }

  // MARK: What the buttons do

  function check() {
    isAsked = true;
    refresh();
    byID("summary").focus();
  }
  /** The record as its file; empty rows are left out. */
  function file() {
    record.content = pruned(record.content, Library.form.items, true);
    refresh();
    return Records.write(record, paper.record.content);
  }
  function fileName(hasErrors) {
    const number = paper.root.attributes.case;
    const parts = [Library.form.id, /^[\w-]+$/.test(number ?? "") ? number : null, Days.iso(paper.referenceDay()), hasErrors ? "entwurf" : null];
    return parts.filter(Boolean).join("-") + ".xml";
  }
  function save() {
    isAsked = true;
    const xml = file();
    const errors = paper.findings.filter((finding) => finding.strength === "error").length;
    const name = fileName(errors > 0);
    const link = make("a", { href: URL.createObjectURL(new Blob([xml], { type: "application/xml" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    const next = (Library.form.next ?? []).filter(({ when }) => paper.holds(when, paper.root, true)).map(({ text }) => paper.sentence(text, paper.root));
    byID("next").replaceChildren(...next.map((text) => make("li", {}, text)));
    say(`Gespeichert als ${name} (im Ordner für Downloads).` + (errors ? " Es ist noch ein Entwurf: Offen ist, was oben als Fehler steht." : ""));
    if (errors) byID("summary").focus();
  }
  /** Shows a record; what does not fit is among its findings. */
  function open(xml) {
    record = Records.read(xml, day());
    [cleared, touched, isAsked, isSaved] = [new Set(), new Set(), true, true];
    refresh();
  }
  async function openFile(event) {
    const [chosen] = event.target.files;
    event.target.value = "";
    if (!chosen || (!isSaved && !confirm("Was noch nicht gespeichert ist, geht verloren. Trotzdem öffnen?"))) return;
    try {
      open(await chosen.text());
      say("Geöffnet.");
    } catch (error) {
      say(error instanceof Records.Refusal ? error.message : "Die Datei kann nicht gelesen werden.");
    }
  }
  function reset() {
    if (!isSaved && !confirm("Was noch nicht gespeichert ist, geht verloren. Trotzdem leeren?")) return;
    record = Records.empty();
    [cleared, touched, isAsked, isSaved] = [new Set(), new Set(), false, true];
    start();
    say("Leeres Formular.");
  }

  /** Begins with one empty row in each list that must not be empty. */
  function start() {
    const first = evaluated({});
    for (const item of Library.form.items) {
      const isOff = first.root.off[first.root.items.indexOf(item)];
      if (item.items && item.repeats && !isOff && first.holds(item.required, first.root, false)) record.content[item.id] ??= [{ group: {} }];
    }
    refresh();
  }

  byID("sections").append(...sections.map((section) => section.element));
  byID("contents").append(...sections.map((section) => section.link));
  byID("open").addEventListener("change", openFile);
  for (const [name, action] of Object.entries({ check, save, reset, print: () => window.print() })) {
    for (const button of document.querySelectorAll(`button[data-action=${name}]`)) button.addEventListener("click", action);
  }
  byID("paper").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  if (Library.record) open(Library.record);
  else start();
  const opening = byID("opening");
  if (Library.form.opening) opening.textContent = paper.sentence(Library.form.opening, paper.root);
  opening.hidden = !Library.form.opening;
  document.documentElement.classList.add("ready");

  return {
    open, check, file, get paper() { return paper; }, get views() { return views; }, get record() { return record; },
  };
})();
