// What a screen reader, a keyboard and weak eyes need of the page as it stands now; gives what is missing.
() => {
  const complaints = [];
  const say = (text) => complaints.includes(text) || complaints.push(text);
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[hidden]");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const nameOf = (control) => {
    const label = control.getAttribute("aria-label") ?? [...(control.labels ?? [])].map((label) => label.textContent).join(" ");
    return (label || control.textContent || "").trim();
  };
  // Language, title, landmarks, headings.
  if (document.documentElement.lang !== "de") say("no language");
  if (!document.title.trim()) say("no title");
  for (const landmark of ["header", "main", "nav", "footer"]) if (all(landmark).length !== 1) say(`${all(landmark).length} times ${landmark}`);
  if (all("h1").length !== 1) say("not one h1");
  if (all("h3, h4, h5, h6").length) say("headings skip levels");
  // Ids are unique and what they are referred by exists.
  const ids = all("[id]").map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say(`id ${id} twice`);
  for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const element of all(`[${name}]`)) for (const id of element.getAttribute(name).split(/\s+/)) if (!document.getElementById(id)) say(`${name} names ${id}, which is not there`);
  }
  for (const link of all('a[href^="#"]')) if (!document.getElementById(link.getAttribute("href").slice(1))) say(`link to ${link.getAttribute("href")}`);
  // Every control has a name, every set of choices a legend, every button words.
  for (const control of all("input, select, textarea, output, button").filter((control) => control.type !== "button" || isSeen(control))) if (!nameOf(control)) say(`${control.localName} ${control.id} has no name`);
  for (const set of all("fieldset")) if (set.firstElementChild?.localName !== "legend" || !set.firstElementChild.textContent.trim()) say("a fieldset without legend");
  const buttons = all("main button").filter(isSeen).map((button) => button.textContent.trim()).filter((text) => !["Prüfen", "Speichern", "Drucken"].includes(text));
  for (const text of buttons) if (buttons.indexOf(text) !== buttons.lastIndexOf(text) && !/Auswahl aufheben|hinzufügen|entfernen|Vorschlag/.test(text)) say(`button ›${text}‹ twice`);
  // Tab goes in the order of the page.
  if (all("[tabindex]").some((element) => element.tabIndex > 0)) say("an order of its own for the keyboard");
  // Findings are said in words, and their controls point to them.
  for (const list of all("ul.findings").filter(isSeen)) {
    if (![...list.children].every((line) => /^(Fehler|Warnung|Hinweis): /.test(line.textContent))) say("a finding told by its colour alone");
    if (!document.querySelector(`[aria-describedby~="${list.id}"]`)) say(`nothing points to the findings ${list.id}`);
  }
  // Contrast of texts and of the borders of controls (WCAG 2.2, 1.4.3 and 1.4.11), sizes of targets (2.5.8).
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const part = (value) => ((value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let here = element; here; here = here.parentElement) {
      const color = parse(getComputedStyle(here).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  for (const element of all("body *").filter(isSeen)) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const style = getComputedStyle(element);
    if (hasText && contrast(parse(style.color), ground(element)) < 4.5) say(`contrast of ${element.localName}.${element.className}`);
    if (element.matches("input[type=text], select, textarea") && contrast(parse(style.borderTopColor), ground(element.parentElement)) < 3) say(`border of ${element.localName}`);
    if (element.matches("button, input:not(.unseen), select, textarea")) {
      const box = element.getBoundingClientRect();
      if (box.width < 18 || box.height < 18) say(`${element.localName} is ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
  }
  return complaints;
}
