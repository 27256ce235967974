"use strict";
// The record as a tree that expressions are evaluated over: a node for every declared field, an empty one where
// nothing is filled in; a repeated group has as many as the record.

const Tree = (() => {
  let count = 0;
  const makeNode = (kind, name, parent) => ({ kind, name, parent, children: [], attributes: {}, order: (count += 1), own: "" });

  /** Adds what stands below a group. */
  function fill(node, items, content) {
    node.items = items;
    node.off = items.map(() => false);
    node.spans = items.map((item) => {
      const given = content[item.id] ?? [];
      const number = item.repeats ? given.length : 1;
      return Array.from({ length: number }, (_, index) => {
        const child = makeNode("element", item.id, node);
        Object.assign(child, { item, number: item.repeats ? index + 1 : 0, given: given[index], hidden: false, linked: true });
        show(child);
        if (item.items) fill(child, item.items, given[index]?.group ?? {});
        return child;
      });
    });
    link(node);
  }
  function show(node) {
    const given = node.given;
    if (!node.item.items) node.own = given?.value ?? "";
    node.status = given?.status ?? null;
    if (node.status) node.attributes.status = node.status;
    else delete node.attributes.status;
  }
  function link(node) {
    node.children = node.spans.flat().filter((child) => child.linked);
  }

  function text(node) {
    if (node.kind !== "element" && node.kind !== "document") return node.own;
    return node.children.length ? node.children.map(text).join("") : node.own;
  }
  const isFilled = (node) => (node.children.length ? node.children.some(isFilled) : node.own !== "");
  const below = (node) => node.children.flatMap((child) => [child, ...below(child)]);
  function above(node) {
    const result = [];
    for (let here = node.parent; here; here = here.parent) result.push(here);
    return result;
  }

  /** Puts what is not relevant to rest, and what is relevant again back into its place. */
  function turn(node, isHidden) {
    node.items.forEach((item, place) => {
      const isOff = isHidden || node.off[place];
      for (const child of node.spans[place]) {
        if (child.hidden !== isOff) {
          child.hidden = isOff;
          if (isOff) {
            if (!item.items) child.own = "";
            child.status = null;
            delete child.attributes.status;
          } else show(child);
          if (item.repeats) child.linked = !isOff;
        }
        if (item.items) turn(child, isOff);
      }
    });
    link(node);
  }

  function path(node) {
    if (!node.item) return "";
    const around = path(node.parent);
    return (around ? around + "/" : "") + node.name + (node.number ? `[${node.number}]` : "");
  }
  function place(node) {
    if (!node.item) return null;
    const siblings = node.parent.spans[node.parent.items.indexOf(node.item)].length;
    const own = node.item.label + (node.number && siblings > 1 ? ` ${node.number}` : "");
    const around = place(node.parent);
    return around ? `${around} › ${own}` : own;
  }

  return {
    text, isFilled, below, above, turn, path, place, link, show,
    build(form, content, caseNumber) {
      const top = makeNode("document", "", null);
      const root = makeNode("element", "record", top);
      top.children = [root];
      root.attributes.form = form.id;
      if (caseNumber !== null) root.attributes.case = caseNumber;
      fill(root, form.items, content);
      return root;
    },
    children: (node) => (node.kind === "element" && !node.children.length && node.own ? [textNode(node)] : node.children),
    attributes: (node) =>
      Object.entries(node.attributes).map(([name, value]) => ({ kind: "attribute", name, own: value, parent: node, children: [], attributes: {}, order: node.order + 0.5 })),
    siblings: (node) => (node.parent ? node.parent.children : []),
    top(node) {
      while (node.parent) node = node.parent;
      return node;
    },
    sorted: (nodes) => [...new Set(nodes)].sort((one, two) => one.order - two.order),
    element: (node, name) => node.children.find((child) => child.name === name),
    elements: (node, name) => node.children.filter((child) => child.name === name),
    /** Every declared node below one, in the order of the tree. */
    visit(node, body) {
      for (const child of node.children) {
        body(child);
        if (child.item?.items) Tree.visit(child, body);
      }
    },
    /** An option or a row, which belongs to no record. */
    detached(name, attributes, children = []) {
      const node = makeNode("element", name, null);
      node.attributes = attributes;
      node.children = children;
      for (const child of children) child.parent = node;
      return node;
    },
  };
  function textNode(node) {
    return { kind: "text", name: "", own: node.own, parent: node, children: [], attributes: {}, order: node.order + 0.25 };
  }
})();
