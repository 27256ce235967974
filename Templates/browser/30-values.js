"use strict";
// Each kind of value: read as people type it, checked, shown. The words for kinds are those of declarations.

const Texts = {
  graphemes: (text) => [...new Intl.Segmenter("de", { granularity: "grapheme" }).segment(text)].length,
  bytes: (text) => new TextEncoder().encode(text).length,
  /** Normal form, line feeds, no blanks at the ends. */
  normal: (text) => text.replace(/\r\n?/g, "\n").normalize("NFC").replaceAll("\u0000", "\uFFFD"),
  trimmed: (text) => text.replace(/^[ \t\n\u00A0]+|[ \t\n\u00A0]+$/g, ""),
  singleBlanks: (text) => text.split(/\s+/u).filter(Boolean).join(" "),
  hex: (sign) => sign.codePointAt(0).toString(16).toUpperCase(),
};

const GermanNumbers = {
  grouped: (digits) => digits.replace(/\B(?=(\d{3})+$)/g, "."),
  format(text) {
    const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    return parts && parts[1] + GermanNumbers.grouped(parts[2]) + (parts[3] ? "," + parts[3] : "");
  },
  isCanonical: (text) => text !== "-0" && /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text),
  parse(typed) {
    let body = TypedDays.trimmed(typed);
    const isNegative = /^[-\u2212]/.test(body);
    if (isNegative) body = body.slice(1);
    const halves = body.split(",");
    const groups = halves[0].split(".");
    const areDigits = (text) => /^\d+$/.test(text);
    if (halves.length > 2 || ![...groups, ...halves.slice(1)].every(areDigits)) return null;
    const areThousands =
      groups.length > 1 && !groups[0].startsWith("0") && groups[0].length <= 3 && groups.slice(1).every((group) => group.length === 3);
    let [whole, fraction] = [groups.join(""), halves[1] ?? ""];
    if (groups.length > 1 && !areThousands) {
      if (groups.length !== 2 || halves.length !== 1) return null;
      [whole, fraction] = groups;
    }
    whole = whole.replace(/^0+/, "") || "0";
    fraction = fraction.replace(/0+$/, "");
    const text = whole + (fraction && "." + fraction);
    return isNegative && text !== "0" ? "-" + text : text;
  },
  parseWhole(typed) {
    const text = GermanNumbers.parse(typed);
    return text === null || text.includes(".") || BigInt.asIntN(64, BigInt(text)) !== BigInt(text) ? null : text;
  },
};

const Kinds = (() => {
  const problem = (message, remedy, id = "format") => ({ id, message, remedy });
  const codesOf = (field) => (field.list ? Library.lists[field.list] : null);
  const codeOf = (text, field) => codesOf(field)?.codes.find((code) => code.id === text);

  function range(text, field) {
    const number = Number(text);
    const [low, high] = [field.minimum, field.maximum];
    if (!(low !== undefined && number < low) && !(high !== undefined && number > high)) return null;
    const words = (number) => GermanNumbers.format(String(number));
    let span = "";
    if (low !== undefined) span = high === undefined ? `ab ${words(low)}` : `von ${words(low)} bis ${words(high)}`;
    else span = `bis ${words(high)}`;
    return problem(`ist ${text}; erlaubt ist ${span}.`, "Bitte prüfen.", "bereich");
  }
  function code(text, field) {
    const list = codesOf(field);
    if (!list || codeOf(text, field)) return null;
    const ids = list.codes.map((code) => code.id);
    const meant = list.codes.find((code) => code.label === text || code.short === text)?.id;
    const question = meant ? ` Meinten Sie ›${meant}‹?` : Nearest.question(text, ids);
    const start = [...new Intl.Segmenter("de").segment(text)].slice(0, 60).map((part) => part.segment).join("");
    return problem(`kennt die Angabe „${start}“ nicht.${question}`, `Möglich sind: ${ids.join(", ")}.`, "code");
  }
  const shownCode = (text, field) => codeOf(text, field)?.short ?? text;
  const typedCode = (text, field) => codeOf(text, field)?.label ?? text;
  const codeKind = { problem: code, shown: shownCode, typed: typedCode };
  const yesNo = {
    parse: (text) => ({ __proto__: null, ja: "ja", j: "ja", true: "ja", nein: "nein", n: "nein", false: "nein", unbekannt: "unbekannt" })[text.toLowerCase()] ?? null,
    problem: code,
  };

  const isWhole = (text) => /^(0|-?[1-9]\d*)$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
  const none = ["–", "-", "—"];
  const whole = {
    parse: (text) => GermanNumbers.parseWhole(text),
    problem: (text, field) => (isWhole(text) ? range(text, field) : problem("ist keine ganze Zahl.", "Bitte nur Ziffern eingeben.")),
  };
  const decimal = {
    parse: (text) => GermanNumbers.parse(text),
    problem: (text, field) => (GermanNumbers.isCanonical(text) ? range(text, field) : problem("ist keine Zahl.", "Bitte nur Ziffern eingeben.")),
    shown: (text) => GermanNumbers.format(text) ?? text,
  };
  const number = {
    parse: (text, field) => (number.problem(text, field) ? null : text),
    problem(text, field) {
      const pattern = PaperNumbers.of(field);
      if (!pattern || pattern.read(text) || (field.or && new RegExp(`^(?:${field.or})$`, "u").test(text))) return null;
      return problem("hat nicht die vorgeschriebene Form.", `Richtig ist zum Beispiel ${pattern.example}.`);
    },
    example: (field) => PaperNumbers.of(field) && `zum Beispiel ${PaperNumbers.of(field).example}`,
  };

  const kinds = {
    text: {}, multiline: {}, choice: codeKind, choices: codeKind, "yes-no": yesNo,
    "yes-no-unknown": { ...yesNo, shown: (text) => (text === "unbekannt" ? "nicht bekannt" : text), typed: (text) => text },
    name: {
      problem(text) {
        const violation = Names.violation(text);
        return violation && problem(
          `enthält ein Zeichen, das in Namen nicht vorkommt (${violation}).`,
          "Bitte die lateinische Schreibweise aus dem Ausweisdokument verwenden; die Originalschrift hat ein eigenes Feld.", "zeichen");
      },
    },
    day: {
      parse: (text, field, day) => TypedDays.day(text, day),
      problem: (text) => (Days.read(text) ? null : TypedDays.missing(text) ?? problem("ist kein Datum.", "Bitte als TT.MM.JJJJ eingeben, zum Beispiel 09.09.2025.")),
      shown: (text) => (Days.read(text) ? Days.german(Days.read(text)) : text),
      example: () => "heute, gestern, 1.4., 1.4.2025",
    },
    "partial-day": {
      parse: (text, field, day) => (Days.partial(text) ? Days.partialText(Days.partial(text)) : TypedDays.partial(text, day)),
      problem: (text) => (Days.partial(text) ? null : TypedDays.missing(text) ?? problem("ist kein Datum.", "Möglich sind 03.05.2021, 05.2021, 2021, ca. 2021, ET 03.02.2026 oder unbekannt.")),
      shown: (text) => (Days.partial(text) ? Days.partialGerman(Days.partial(text)) : text),
      example: () => "3.5.2021, 5/2021, 2021, ca. 2021, ET 3.2.2026, unbekannt",
    },
    time: {
      parse: (text) => TypedDays.time(text),
      problem: (text) => (Days.time(text) === null ? problem("ist keine Uhrzeit.", "Bitte als HH:MM eingeben, zum Beispiel 09:15.") : null),
      example: () => "9:15",
    },
    moment: {
      parse: (text, field, day) => (Days.moment(text) ? Days.momentText(Days.moment(text)) : TypedDays.moment(text, day)),
      problem: (text) => (Days.moment(text) ? null : TypedDays.missing(text) ?? problem("ist kein Datum mit Uhrzeit.", "Bitte als TT.MM.JJJJ oder TT.MM.JJJJ HH:MM eingeben.")),
      shown: (text) => (Days.moment(text) ? Days.momentGerman(Days.moment(text)) : text),
      example: () => "16.9. 10:00",
    },
    integer: whole,
    count: { ...whole, parse: (text) => (none.includes(text) ? "0" : whole.parse(text)), empty: ["…", "..."] },
    decimal,
    amount: { ...decimal, parse: (text) => (none.includes(text) ? "0" : decimal.parse(text)), empty: ["…", "..."] },
    phone: {
      parse: (text) => Phones.canonical(text, Library.areaCode, Library.exchanges),
      problem: (text) => (Phones.canonical(text, null, []) === null ? problem("ist keine Telefonnummer.", "Bitte mit Vorwahl eingeben, zum Beispiel 0234 910-0000.") : null),
      example: () => "0234 910-0000",
    },
    postcode: {
      parse: (text) => (/^(?!00000)\d{5}$/.test(TypedDays.trimmed(text)) ? TypedDays.trimmed(text) : null),
      problem: (text) => (kinds.postcode.parse(text) ? null : problem("ist keine Postleitzahl.", "Bitte fünf Ziffern eingeben.")),
      example: () => "44787",
    },
    email: {
      parse: (text) => Mails.canonical(text),
      problem: (text) => (Mails.canonical(text) === null ? problem("ist keine E-Mail-Adresse.", "Bitte prüfen.") : null),
    },
    number, reference: number,
  };

  // What a line must not hold; directions that are switched on and not off would turn the rest of the page around.
  const forbidden = /[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF\uFEFF\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

  return {
    codesOf, codeOf,
    /** The canonical form of what was typed, or the text itself where it cannot be read; the check reports it then. */
    canonical(typed, field, day) {
      const normal = Texts.normal(typed);
      if (field.multiline) return normal.trim() ? normal : "";
      const text = Texts.trimmed(normal);
      const kind = kinds[field.kind];
      if (!text || kind.empty?.includes(text)) return "";
      return kind.parse?.(text, field, day) ?? text;
    },
    /** What is wrong with a value; null when nothing is. */
    problem(text, field) {
      for (const [sign] of text.matchAll(forbidden)) {
        if ((sign === "\n" && field.multiline) || (sign === "\t" && field.tabs)) continue;
        return problem(`enthält ein Steuerzeichen (U+${Texts.hex(sign)}).`, "Bitte den Text neu eingeben.", "zeichen");
      }
      const length = [...text].length;
      if (field.maxlength !== undefined && length > field.maxlength) {
        const words = (number) => GermanNumbers.format(String(number));
        return problem(`hat ${words(length)} Zeichen; erlaubt sind ${words(field.maxlength)}.`, "Bitte kürzen.", "laenge");
      }
      if (field.pattern && !new RegExp(`^(?:${field.pattern})$`, "u").test(text)) {
        return problem("hat nicht die vorgeschriebene Form.", field.example ? `Richtig ist zum Beispiel ${field.example}.` : "Bitte prüfen.");
      }
      return kinds[field.kind].problem?.(text, field) ?? null;
    },
    shown: (text, field) => kinds[field.kind].shown?.(text, field) ?? text,
    typed: (text, field) => (kinds[field.kind].typed ?? kinds[field.kind].shown)?.(text, field) ?? text,
    example: (field) => field.example ?? kinds[field.kind].example?.(field) ?? null,
    /** The first sign that no font of the papers has; null when they have all. */
    unprintable(text) {
      for (const sign of text) {
        const number = sign.codePointAt(0);
        if (number === 0xfe0f) return sign;
        if (number < 0x900) continue;
        if (Library.tables.unprintable.some(([from, to]) => number >= from && number <= to)) return sign;
        if (/[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Co}\p{Cn}]/u.test(sign)) return sign;
      }
      return null;
    },
  };
})();
