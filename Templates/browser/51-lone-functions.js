"use strict";
// What expressions ask about other papers: the page has none, and answers as the command does for a paper alone.

{
  const { string, number, boolean, nodes } = XPath;
  const at = (paper, source, node) => XPath.value(string(source), node, paper);

  /** One node of those that share a key that is not empty: the one whose order precedes all others. */
  function pick([value, key, order], paper, precedes) {
    const kept = [];
    const places = new Map();
    for (const node of nodes(value)) {
      const own = string(at(paper, key, node));
      const rank = order === undefined ? 0 : number(at(paper, order, node));
      if (own && places.has(own)) {
        if (precedes(rank, kept[places.get(own)].rank)) kept[places.get(own)] = { node, rank };
      } else {
        if (own) places.set(own, kept.length);
        kept.push({ node, rank });
      }
    }
    return kept.map(({ node }) => node);
  }
  function roleText(person, role) {
    const field = person.item?.items?.find((item) => item.role === role);
    return field ? Tree.text(Tree.element(person, field.id) ?? person) : "";
  }
  const isNamed = (person) => Boolean(roleText(person, "given-name") || roleText(person, "family-name"));
  function personKey(person) {
    const birth = roleText(person, "birth-date");
    if (isNamed(person)) return ["given-name", "family-name"].map((role) => SearchForm.fold(roleText(person, role))).concat(birth).join(" ");
    const siblings = Tree.siblings(person).filter((other) => other.name === person.name && !isNamed(other));
    return `${Math.max(siblings.indexOf(person), 0) + 1} ${birth}`;
  }
  const top = (node) => [...Tree.above(node)].find((above) => above.name === "record") ?? node;
  const noPapers = (inputs, { paper }) => paper.askPapers();

  Object.assign(Functions, {
    "other-papers": () => [],
    papers: noPapers,
    sources: noPapers,
    moves: noPapers,
    set: ([id], { paper }) => paper.namedSet(string(id)),
    part: ([id, expression, text], { paper }) =>
      paper.namedSet(string(id)).filter((node) => {
        const value = at(paper, expression, node);
        if (Array.isArray(value)) return value.some((inner) => Tree.text(inner) === string(text));
        return (typeof value === "boolean" ? (value ? "ja" : "nein") : string(value)) === string(text);
      }),
    belonged: ([, day, otherwise]) => (Days.read(string(day)) ? boolean(otherwise) : false),
    "of-row": (inputs, { paper }) => paper.rowOfCounted(),
    counted: ([value], { paper }) => paper.counted(nodes(value)[0]),
    expected: (inputs, { paper }) => (paper.expected === null ? "" : Functions.german(paper.expected)),
    "is-publication": (inputs, { paper }) => paper.isPublication(),
    "open-figures": (inputs, { paper }) => paper.fields(paper.root).filter((node) => node.item.figure && !node.own && !node.status && !node.hidden),
    where: ([value, expression], { paper }) => nodes(value).filter((node) => boolean(at(paper, expression, node))),
    "one-of-each": (inputs, { paper }) => pick(inputs, paper, () => false),
    "first-of-each": (inputs, { paper }) => pick(inputs, paper, (one, other) => one < other),
    "last-of-each": (inputs, { paper }) => pick(inputs, paper, (one, other) => one >= other),
    "case-papers": ([value]) => {
      const node = nodes(value)[0];
      return node && top(node).attributes.case === undefined ? [top(node)] : [];
    },
    "person-key": ([value]) => (nodes(value)[0] ? personKey(nodes(value)[0]) : ""),
    "share-person": ([one, other]) => {
      const keys = nodes(one).filter(isNamed).map(personKey);
      return nodes(other).filter(isNamed).some((person) => keys.includes(personKey(person)));
    },
    figure: (inputs, { paper }) => Tree.elements(paper.root, inputs.map(string).join("")).slice(0, 1),
    release: () => [],
    allowed: () => false,
    "open-recipients": () => [],
    "usable-releases": () => [],
    "copy-destroyed": () => false,
    "case-day": () => "",
    "only-recipient": ([kind], { paper }) => paper.onlyRecipient(string(kind)),
    granted: ([word], { paper }) => paper.granted(string(word)),
  });
}
