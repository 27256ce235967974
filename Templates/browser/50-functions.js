"use strict";
// The functions that expressions can call: those of XPath 1.0 and ours. Each is given its arguments and the place of
// the call: {node, origin, paper, position, size}.

const Functions = (() => {
  const { string, number, boolean, nodes } = XPath;
  const isNodes = Array.isArray;
  const codePoints = (text) => [...text];
  const own = (inputs, place) => (inputs.length ? string(inputs[0]) : Tree.text(place.node));
  const day = (value) => Days.dayOf(string(value));
  const iso = (day) => (day ? Days.iso(day) : "");
  const ordinal = (text) => (Days.dayOf(text) ? Days.ordinal(Days.dayOf(text)) : NaN);
  const ordinals = (value) => nodes(value).map((node) => ordinal(Tree.text(node))).filter((number) => !Number.isNaN(number));
  const age = (inputs) => {
    const on = day(inputs[1]);
    return on && Days.age(Days.partial(string(inputs[0])), on);
  };
  const german = (value) => {
    if (typeof value !== "number") return string(value);
    if (!Number.isFinite(value)) return "";
    return Number.isInteger(value) ? Numbers.write(value) : GermanNumbers.format(Numbers.write(value)) ?? Numbers.write(value);
  };
  /** The filled parts of an argument as a person would read them. */
  const shown = (value, paper) => {
    if (isNodes(value)) return value.filter(Tree.isFilled).map((node) => paper.display(node));
    return german(value) ? [german(value)] : [];
  };
  const numberOf = (value) => {
    const node = nodes(value)[0];
    if (node?.item && !node.item.items) return PaperNumbers.of(node.item)?.read(Tree.text(node)) ?? null;
    return PaperNumbers.any(string(value));
  };
  const option = (code, list, isChosen) =>
    Tree.detached("option", {
      list, id: code.id, label: code.label, short: code.short, brief: code.properties?.kurz ?? code.short, selected: isChosen ? "ja" : "nein",
    });
  const codes = (value) => Library.lists[string(value)]?.codes ?? [];
  function codeAt(node) {
    if (!node) return null;
    const { list, id } = node.attributes;
    if (list !== undefined && id !== undefined) return Library.lists[list]?.codes.find((code) => code.id === id) ?? null;
    return node.item && !node.item.items ? Kinds.codeOf(Tree.text(node), node.item) ?? null : null;
  }

  const core = {
    last: (inputs, place) => place.size,
    position: (inputs, place) => place.position,
    count: ([value]) => nodes(value).length,
    id: () => [],
    name: (inputs, place) => (inputs.length ? nodes(inputs[0])[0]?.name ?? "" : place.node.name),
    "local-name": (inputs, place) => (inputs.length ? nodes(inputs[0])[0]?.name ?? "" : place.node.name),
    "namespace-uri": () => "",
    string: own,
    concat: (inputs) => inputs.map((value) => (Number.isNaN(value) ? "" : string(value))).join(""),
    "starts-with": ([text, head]) => string(text).startsWith(string(head)),
    contains: ([text, part]) => string(text).includes(string(part)),
    "substring-before": ([text, part]) => {
      const at = string(text).indexOf(string(part));
      return at < 0 ? "" : string(text).slice(0, at);
    },
    "substring-after": ([text, part]) => {
      const at = string(text).indexOf(string(part));
      return at < 0 ? "" : string(text).slice(at + string(part).length);
    },
    substring: ([text, from, length]) => {
      const start = Math.floor(number(from) + 0.5);
      const end = length === undefined ? Infinity : start + Math.floor(number(length) + 0.5);
      return codePoints(string(text)).filter((_, index) => index + 1 >= start && index + 1 < end).join("");
    },
    "string-length": (inputs, place) => codePoints(own(inputs, place)).length,
    "normalize-space": (inputs, place) => own(inputs, place).split(/[ \t\r\n]+/).filter(Boolean).join(" "),
    translate: ([text, from, to]) => {
      const [signs, others] = [codePoints(string(from)), codePoints(string(to))];
      return codePoints(string(text)).map((sign) => (signs.includes(sign) ? others[signs.indexOf(sign)] ?? "" : sign)).join("");
    },
    boolean: ([value]) => boolean(value),
    not: ([value]) => !boolean(value),
    true: () => true,
    false: () => false,
    lang: () => false,
    number: (inputs, place) => (inputs.length ? number(inputs[0]) : Numbers.read(Tree.text(place.node))),
    // What is not filled in adds nothing.
    sum: ([value]) => nodes(value).filter(Tree.isFilled).reduce((total, node) => Numbers.exact(total + Numbers.read(Tree.text(node))), 0),
    floor: ([value]) => Math.floor(number(value)),
    ceiling: ([value]) => Math.ceil(number(value)),
    round: ([value]) => Math.floor(number(value) + 0.5),
  };

  const texts = {
    if: ([test, one, other]) => (boolean(test) ? one : other),
    filled: ([value]) => (isNodes(value) ? value.some(Tree.isFilled) : string(value) !== ""),
    join: ([separator, ...values], { paper }) => values.flatMap((value) => shown(value, paper)).join(string(separator)),
    list: ([value, empty, separator], { paper }) => {
      const parts = shown(value, paper);
      return !parts.length && empty !== undefined ? string(empty) : parts.join(separator === undefined ? ", " : string(separator));
    },
    "text-length": ([value]) => Texts.graphemes(string(value)),
    label: ([value]) => nodes(value)[0]?.item?.label ?? "",
    "personal-data": ([text, kind]) => PersonalData.first(string(text), string(kind)),
    mentions: ([text, names]) => PersonalData.mention(nodes(names).map(Tree.text).filter(Boolean), string(text)),
    texts: ([besides], { paper }) => paper.freeTexts(nodes(besides ?? [])),
    resembles: ([value, list]) => {
      const all = isNodes(value) ? value.map(Tree.text) : [string(value)];
      return all.map((text) => (text ? ListedWords.resembled(string(list), text) : "")).find(Boolean) ?? "";
    },
    "mentions-place": ([value, list, places], { paper }) => {
      const text = string(value);
      if (!text) return "";
      const given = nodes(value)[0];
      for (const node of nodes(places)) {
        const found = paper.placeParts(node).find((part) => part.node !== given && PlaceSearch.tells(part, text, string(list)));
        if (found) return found.node.item.label;
      }
      return "";
    },
  };

  const days = {
    today: (inputs, { paper }) => Days.iso(paper.day),
    "reference-day": (inputs, { paper }) => Days.iso(paper.referenceDay()),
    "days-from-date": ([value]) => ordinal(string(value)),
    "days-to-date": ([value]) => iso(Days.fromOrdinal(number(value))),
    minutes: ([value]) => Days.time(string(value)) ?? Days.moment(string(value))?.time ?? NaN,
    year: ([value]) => (day(value) ?? Days.partial(string(value))?.earliest)?.year ?? NaN,
    "month-day": ([value]) => iso(day(value) ?? Days.exact(Days.partial(string(value)))).slice(5),
    "day-plus": ([value, period]) => {
      const [from, length] = [day(value), Days.period(string(period))];
      return from && length ? Days.iso(Days.plus(from, length)) : "";
    },
    "german-day": ([value]) => (Days.moment(string(value)) ? Days.momentGerman(Days.moment(string(value))) : ""),
    "quarter-end": ([value]) => (day(value) ? Days.iso(Days.endOfQuarter(day(value))) : ""),
    "year-end": ([value]) => (day(value) ? Days.iso(Days.make(day(value).year, 12, 31)) : ""),
    "earliest-day": ([value]) => (ordinals(value).length ? Math.min(...ordinals(value)) : NaN),
    "latest-day": ([value]) => (ordinals(value).length ? Math.max(...ordinals(value)) : NaN),
    age: (inputs) => age(inputs)?.youngest ?? NaN,
    "oldest-age": (inputs) => age(inputs)?.oldest ?? NaN,
    "age-text": (inputs) => age(inputs)?.german ?? "–",
    "partial-kind": ([value]) => Days.partial(string(value))?.kind ?? "",
    "birth-not-after": ([birth, limit]) => {
      const [born, last] = [Days.partial(string(birth)), day(limit)];
      if (!born || born.kind === "erwartet" || !born.earliest || !last) return true;
      return Days.ordinal(born.earliest) <= Days.ordinal(last);
    },
    "retention-end": ([id], { paper }) => iso(paper.retentionDate(string(id))?.end),
    "retention-due": ([id], { paper }) => iso(paper.retentionDate(string(id))?.due),
    "retention-rule": ([id]) => Library.retention[string(id)]?.sentence ?? "",
    "in-period": ([value], { paper }) => paper.isInPeriod(Days.read(string(value)), 0),
    "after-period": ([value], { paper }) => paper.isInPeriod(Days.read(string(value)), 1),
    "period-part": ([value], { paper }) => paper.periodPart(day(value)),
  };

  const declarations = {
    "code-property": ([value, name]) => codeAt(nodes(value)[0])?.properties?.[string(name)] ?? "",
    "in-list": ([value, list]) => codes(list).some((code) => code.id === string(value)),
    "only-listed": ([value, list]) => ListedWords.makeUp(string(list), string(value)),
    "listed-word": ([value, list]) => ListedWords.first(string(list), string(value)),
    "listed-part": ([value, list]) => codes(list).find((code) => string(value).toLowerCase().includes(code.label.toLowerCase()))?.label ?? "",
    notice: ([id]) => Library.form.notices[string(id)] ?? "",
    "round-to-five": ([value]) => {
      const fifth = number(value) / 5;
      return Math.sign(fifth) * Math.round(Math.abs(fifth)) * 5;
    },
    "form-version": () => Library.form.version,
    profile: ([id]) => Library.profile[string(id)] ?? "",
    "second-language": () => "",
    translation: () => "",
    codes: ([list]) => codes(list).map((code) => option(code, string(list), false)),
    "code-rows": ([list, columns]) => {
      const all = codes(list);
      const wide = Math.max(1, Number.isInteger(number(columns)) ? number(columns) : 1);
      const rows = Math.ceil(all.length / wide);
      return Array.from({ length: rows }, (_, row) =>
        Tree.detached("row", {}, all.filter((_, index) => index % rows === row).map((code) => option(code, string(list), false))));
    },
    column: ([value, columns], { position, size }) => {
      const place = (position - 1) / Math.ceil(size / Math.max(1, number(columns)));
      return place >= number(value) - 1 && place < number(value);
    },
    options: ([name], { node }) => {
      const field = node.items?.find((item) => item.id === string(name) && !item.items);
      const chosen = Tree.elements(node, string(name)).map(Tree.text);
      const made = (field ? Kinds.codesOf(field)?.codes ?? [] : []).map((code) => option(code, field.list, chosen.includes(code.id)));
      if (made.length) made.at(-1).attributes.last = "ja";
      return made;
    },
    "case-of": ([value]) => numberOf(value)?.root ?? "",
    "number-part": ([value, id]) => numberOf(value)?.part(string(id)) ?? "",
    "next-number": ([id, ...rest]) => {
      const taken = nodes(rest.pop()).map(Tree.text);
      const given = rest.map(string);
      return given.includes("") ? "" : PaperNumbers.pattern(string(id))?.next(given, taken) ?? "";
    },
    correction: (inputs, { paper }) => paper.correction,
    settings: () => [],
    current: (inputs, { origin }) => [origin],
    "current-record": (inputs, { paper }) => [paper.root],
    sheet: (inputs, { paper }) => (paper.sheet ? [paper.sheet] : []),
    "on-sheet": ([value], { paper }) => !paper.sheet || nodes(value).includes(paper.sheet),
  };

  return { ...core, ...texts, ...days, ...declarations, german };
})();
