"use strict";
// Names by the letters of DIN 91379, telephone numbers by DIN 5008, e-mail addresses, numbers of cases and papers.

const Names = (() => {
  const scripts = [
    ["griechisch", [[0x370, 0x3ff], [0x1f00, 0x1fff]]],
    ["kyrillisch", [[0x400, 0x52f], [0x1c80, 0x1c8f], [0x2de0, 0x2dff], [0xa640, 0xa69f]]],
    ["hebräisch", [[0x590, 0x5ff], [0xfb1d, 0xfb4f]]],
    ["arabisch", [[0x600, 0x6ff], [0x750, 0x77f], [0x870, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfeff]]],
    ["lateinisch, aber nicht in DIN 91379", [[0x41, 0x2af], [0x1d00, 0x1d7f], [0x1e00, 0x1eff], [0x2c60, 0x2c7f], [0xa720, 0xa7ff],
      [0xab30, 0xab6f], [0xfb00, 0xfb06], [0xff21, 0xff5a]]],
  ];
  const isIn = (number, ranges) => ranges.some(([from, to]) => number >= from && number <= to);
  const script = (sign) => scripts.find(([, ranges]) => isIn(sign.codePointAt(0), ranges))?.[0] ?? null;

  function description(sign) {
    const code = `U+${Texts.hex(sign)}`;
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u.test(sign)) return code;
    if (/\p{M}/u.test(sign)) return script(sign) ? `${script(sign)}: „${sign}“` : code;
    if (/\p{N}/u.test(sign)) return `Ziffer „${sign}“`;
    return /\p{Alphabetic}/u.test(sign) ? `${script(sign) ?? "andere"}: „${sign}“` : `„${sign}“`;
  }
  return {
    /** The first sign of a text that does not belong in a name, in words; null when there is none. */
    violation(text) {
      const signs = [...text.normalize("NFC")];
      const { letters, sequences } = Library.tables.names;
      for (let index = 0; index < signs.length; ) {
        const sign = signs[index];
        if (!isIn(sign.codePointAt(0), letters)) return description(sign);
        const marks = (sequences[sign] ?? []).find((marks) => marks.every((mark, offset) => signs[index + 1 + offset]?.codePointAt(0) === mark));
        index += 1 + (marks?.length ?? 0);
      }
      return null;
    },
  };
})();

const Mails = {
  isDomain(text) {
    const labels = text.split(".");
    const last = labels.at(-1);
    return labels.length > 1 && Texts.graphemes(last) >= 2 && !/^\d+$/.test(last) && labels.every((label) =>
      label && Texts.bytes(label) <= 63 && !/^-|-$/.test(label) && /^(?:[A-Za-z0-9-]|(?![\u0000-\u007F])[\p{Alphabetic}\p{Mn}])+$/u.test(label));
  },
  canonical(typed) {
    const text = TypedDays.trimmed(typed);
    const at = text.indexOf("@");
    if (at < 1 || Texts.bytes(text) > 254 || Texts.bytes(text.slice(0, at)) > 64) return null;
    const isLocal = text.slice(0, at).split(".").every((run) => /^(?:[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]|(?![\u0000-\u007F])[\p{Alphabetic}\p{Mn}])+$/u.test(run));
    return isLocal && Mails.isDomain(text.slice(at + 1)) ? text : null;
  },
};

const Phones = (() => {
  /** Runs of digits, and before which of them a hyphen stood; null for what is no number. */
  function parts(typed) {
    const text = TypedDays.trimmed(typed);
    const groups = [];
    let [current, hyphen, isOpen, hadBracket, isInternational] = ["", false, false, false, false];
    for (const sign of text) {
      if (/[0-9]/.test(sign)) {
        if (!current) groups.push({ digits: "", hyphen });
        current += sign;
        groups.at(-1).digits = current;
        continue;
      }
      if (current) [current, hyphen] = ["", false];
      if (sign === "+") {
        if (groups.length || isInternational) return null;
        isInternational = true;
      } else if (sign === "(") {
        if (isOpen || hadBracket) return null;
        [isOpen, hadBracket] = [true, true];
      } else if (sign === ")") {
        if (!isOpen || !groups.length) return null;
        isOpen = false;
      } else if ("-\u2010\u2011\u2013".includes(sign)) {
        if (!groups.length) return null;
        hyphen = true;
      } else if ("/.".includes(sign)) {
        if (!groups.length) return null;
      } else if (sign !== " ") return null;
    }
    if (!current && (isOpen || hyphen || !text.endsWith(")"))) return null;
    if (isOpen || !groups.length) return null;
    const result = { groups, isInternational };
    if (!isInternational && digits(result).startsWith("00")) {
      result.isInternational = true;
      drop(result, 2);
    }
    const count = digits(result).length;
    return count >= 3 && count <= 15 ? result : null;
  }
  const digits = (parts) => parts.groups.map((group) => group.digits).join("");
  const copy = (parts) => ({ ...parts, groups: parts.groups.map((group) => ({ ...group })) });
  function drop(parts, count) {
    while (count > 0 && parts.groups.length) {
      const first = parts.groups[0];
      const taken = Math.min(count, first.digits.length);
      count -= taken;
      if (taken === first.digits.length) parts.groups.shift();
      else parts.groups[0] = { digits: first.digits.slice(taken), hyphen: false };
    }
    return parts;
  }
  function withExtension(parts) {
    const places = parts.groups.flatMap((group, index) => (index > 0 && group.hyphen ? [index] : []));
    if (places.length !== 1) return digits(parts);
    const join = (groups) => groups.map((group) => group.digits).join("");
    return join(parts.groups.slice(0, places[0])) + "-" + join(parts.groups.slice(places[0]));
  }
  function subscriber(parts, area, own, exchanges) {
    const text = digits(parts);
    const house = area === own ? exchanges.find((house) => text.startsWith(house) && text.length > house.length) : null;
    return house ? `${house}-${text.slice(house.length)}` : withExtension(parts);
  }
  function domestic(parts, own, exchanges) {
    const text = digits(parts);
    const { short, areas } = Library.tables.phones;
    if (short[text]) return short[text];
    if (!text.startsWith("0")) {
      if (own === null || text.startsWith("1") || text.length > 9) return withExtension(parts);
      return `${own} ${subscriber(parts, own, own, exchanges)}`;
    }
    const prefix = text.slice(0, 4);
    if (["0137", "0180", "0700", "0800", "0900"].includes(prefix) || /^01[567]/.test(prefix)) {
      const rest = text.slice(4);
      if (!rest) return null;
      const isCharged = ["0137", "0180", "0900"].includes(prefix) && rest.length > 1;
      return isCharged ? `${prefix} ${rest[0]} ${rest.slice(1)}` : `${prefix} ${rest}`;
    }
    const known = [...(own === null ? [] : [own]), ...areas].find((area) => text.startsWith(area));
    const first = parts.groups[0].digits;
    const area = known ?? (parts.groups.length > 1 && first.length >= 3 && first.length <= 6 ? first : null);
    if (area) {
      const rest = drop(copy(parts), area.length);
      return rest.groups.length ? `${area} ${subscriber(rest, area, own, exchanges)}` : null;
    }
    const number = withExtension(parts);
    return number.split("-")[0].length > 6 ? number : text;
  }
  function international(parts, own, exchanges) {
    const text = digits(parts);
    if (text.startsWith("0")) return null;
    if (!text.startsWith("49")) {
      return "+" + parts.groups.map((group, index) => (index ? (group.hyphen ? "-" : " ") : "") + group.digits).join("");
    }
    const national = drop(copy(parts), 2);
    if (digits(national).startsWith("0")) drop(national, 1);
    if (digits(national).length < 3 || digits(national).startsWith("0")) return null;
    national.groups[0].digits = "0" + national.groups[0].digits;
    const result = domestic(national, own, exchanges);
    return result === null ? null : "+49 " + result.slice(1);
  }
  return {
    canonical(typed, own, exchanges) {
      const found = parts(typed);
      if (!found) return null;
      return found.isInternational ? international(found, own, exchanges) : domestic(found, own, exchanges);
    },
  };
})();

/** Numbers of cases and papers: texts and named parts in order, as the profile declares them. */
const PaperNumbers = (() => {
  function pieces(id, depth = 0) {
    return Library.numbers.find((number) => number.id === id).pieces.flatMap((piece) =>
      piece.of ? pieces(piece.of, depth + 1) : [{ ...piece, depth }]);
  }
  function heads(piece, text) {
    if (piece.text !== undefined) return text.startsWith(piece.text) ? [piece.text] : [];
    if (piece.codes) return piece.codes.filter((code) => text.startsWith(code));
    const count = piece.digits ?? piece.letters;
    const head = text.slice(0, count);
    return head.length === count && (piece.digits ? /^[0-9]*$/ : /^[a-z]*$/).test(head) ? [head] : [];
  }
  function pattern(id) {
    const all = pieces(id);
    const depth = Math.max(...all.map((piece) => piece.depth));
    return {
      example: all.map((piece) => piece.text ?? piece.example).join(""),
      hasBase: depth > 0,
      read(text) {
        const found = [];
        const go = (rest, index, read) => {
          if (index === all.length) {
            if (!rest) found.push(read);
            return;
          }
          for (const head of heads(all[index], rest)) if (found.length < 2) go(rest.slice(head.length), index + 1, [...read, head]);
        };
        go(text, 0, []);
        if (found.length !== 1) return null;
        const bases = Array.from({ length: depth }, (_, level) => found[0].filter((_, index) => all[index].depth > level).join(""));
        const parts = all.map((piece, index) => ({ ...piece, own: found[0][index] })).filter((piece) => piece.id);
        return {
          root: bases.at(-1) ?? text,
          part: (id) => parts.filter((part) => part.id === id).sort((one, two) => one.depth - two.depth)[0]?.own ?? null,
          serial: Number(parts.find((part) => part.next && part.depth === 0)?.own ?? NaN),
          series: parts.filter((part) => !(part.next && part.depth === 0)).map((part) => part.own).join("|"),
        };
      },
      next(given, taken) {
        const make = (serial) => {
          const left = [...given];
          const own = Library.numbers.find((number) => number.id === id).pieces.map((piece) => {
            if (piece.text !== undefined) return piece.text;
            return piece.next ? String(serial).padStart(piece.digits, "0") : left.shift();
          });
          const text = own.includes(undefined) || left.length ? null : own.join("");
          return text !== null && this.read(text)?.serial === serial ? text : null;
        };
        const first = make(0);
        if (first === null) return "";
        const series = this.read(first).series;
        const serials = taken.map((text) => this.read(text)).filter((read) => read?.series === series).map((read) => read.serial);
        return make(Math.max(0, ...serials) + 1) ?? "";
      },
    };
  }
  const known = new Map();
  return {
    pattern(id) {
      if (!Library.numbers.some((number) => number.id === id)) return null;
      if (!known.has(id)) known.set(id, pattern(id));
      return known.get(id);
    },
    of(field) {
      const id = field.of ?? (field.to && Library.numbers.find((number) => number.form === field.to)?.id);
      return id ? PaperNumbers.pattern(id) : null;
    },
    /** A text as the one kind of number that it is; null for none or several. */
    any(text) {
      const read = text ? Library.numbers.map((number) => PaperNumbers.pattern(number.id).read(text)).filter(Boolean) : [];
      return read.length === 1 ? read[0] : null;
    },
  };
})();
