"use strict";
// What a release says of itself: who must sign and has, towards whom, about what.

class FoldedName {
  constructor(name) {
    const address = ["FRAU", "HERR", "FAMILIE", "DR", "PROF", "MED", "PHIL"];
    this.parts = new Set(SearchForm.words(name).filter((word) => !address.includes(word)));
  }
  /** Whether one may be a shorter form of the other. */
  mayBe(other) {
    const isWithin = (one, two) => [...one].every((part) => two.has(part));
    return this.parts.size > 0 && other.parts.size > 0 && (isWithin(this.parts, other.parts) || isWithin(other.parts, this.parts));
  }
}

Object.assign(Paper.prototype, {
  onlyRecipient(kind) {
    const grant = this.form.grant;
    if (!grant?.recipients.kind) return [];
    const found = this.nodes(grant.recipients.each, this.root).filter((node) => this.text(grant.recipients.kind, node) === kind);
    return found.length === 1 ? found : [];
  },

  /** What `granted()` tells of this release. */
  granted(word) {
    const definition = this.form.grant;
    if (!definition) return "";
    const grant = this.grant(definition);
    switch (word) {
      case "from": return grant.from ? Days.iso(grant.from) : "";
      case "until": return grant.until ? Days.iso(grant.until) : "";
      case "missing": return grant.missing.join(", ");
      case "doubt": return [...new Set(grant.unsettled)].join("; ");
      case "recipients": return this.nodes(definition.recipients.each, this.root).map((node) => this.display(node)).join("; ");
      case "information": {
        const kinds = this.nodes(definition.information, this.root).filter((node) => Tree.text(node));
        const words = new Map();
        for (const node of kinds) if (!words.has(Tree.text(node))) words.set(Tree.text(node), this.display(node));
        return kinds.map((node) => words.get(Tree.text(node))).join("; ");
      }
      default: return "";
    }
  },

  grant(definition) {
    const { persons, signatures } = definition;
    const people = this.nodes(persons.each, this.root).map((node) => {
      const name = this.text(persons.name, node);
      return {
        name, spellings: [name, this.text(persons.titled, node)], folded: new FoldedName(name), roles: new Set([this.text(persons.role, node)]),
        isBarred: this.holds(persons.barred, node, false), birth: Days.partial(this.text(persons.birth, node)), signed: null,
      };
    });
    const given = this.nodes(signatures.each, this.root).map((node) => ({
      name: this.text(signatures.name, node), day: Days.read(this.text(signatures.day, node)),
    }));
    const signers = this.signers(people, given, Days.read(this.text(definition.made, this.root)));
    const custody = definition.custody.find(({ when }) => this.holds(when, this.root, false));
    const result = custody && this.signed(signers, custody.signers);
    const unsettled = definition.unsettled.filter(({ when }) => this.holds(when, this.root, false)).map(({ text }) => this.sentence(text, this.root));
    if (!custody && !unsettled.length) unsettled.push("wer unterschreiben muss");
    if (result?.minors.length) unsettled.push(`${result.minors.join(", ")}: bei der Unterschrift noch nicht 18 Jahre alt`);
    return {
      from: unsettled.length ? null : result?.from ?? null, missing: result?.missing ?? [], unsettled,
      until: Days.read(this.text(definition.until, this.root)),
    };
  },

  /** The people, each once, with the first day on which a signature counts. */
  signers(persons, signatures, made) {
    const order = (day) => (day ? Days.ordinal(day) : Infinity);
    const first = (days) => days.reduce((one, other) => (one === null || order(other) < order(one) ? other : one), null);
    const people = [];
    for (const person of persons) {
      const days = signatures.filter(({ name }) => person.spellings.includes(name)).map(({ day }) => day).filter(Boolean);
      person.signed = first(days.filter((day) => (!made || order(day) >= order(made)) && order(day) <= order(this.day)));
      const known = people.find((other) => {
        if (!other.folded.mayBe(person.folded)) return false;
        const [one, two] = [Days.exact(other.birth), Days.exact(person.birth)];
        return !one || !two || order(one) === order(two);
      });
      if (known) {
        for (const role of person.roles) known.roles.add(role);
        known.isBarred = known.isBarred || person.isBarred;
        known.signed = first([known.signed, person.signed].filter(Boolean));
      } else people.push(person);
    }
    return people;
  },

  /** The signatures held against those that must be there. */
  signed(people, signers) {
    const result = { from: null, missing: [], minors: [] };
    const days = [];
    const isMinor = ({ birth, signed }) => {
      const age = Days.age(birth, signed);
      return age !== null && age.youngest < 18;
    };
    for (const signer of signers) {
      const eligible = people.filter((person) => !person.isBarred && signer.roles.some((role) => person.roles.has(role)));
      const signed = eligible.filter((person) => person.signed).sort((one, two) => Days.ordinal(one.signed) - Days.ordinal(two.signed));
      if (signed.length >= signer.count) {
        const chosen = signed.slice(0, signer.count);
        days.push(...chosen.map((person) => person.signed));
        if (chosen.every(isMinor)) result.minors.push(...chosen.map((person) => person.name));
        continue;
      }
      result.missing.push(...eligible.filter((person) => !person.signed).map((person) => person.name).slice(0, signer.count - signed.length));
      if (eligible.length < signer.count) result.missing.push(signer.label);
    }
    if (!result.missing.length && days.length) result.from = days.reduce((one, other) => (Days.ordinal(one) > Days.ordinal(other) ? one : other));
    return result;
  },
});
