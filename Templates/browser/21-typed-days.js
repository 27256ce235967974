"use strict";
// Days and times as people type them: `9.9.`, `1. April 25`, `gestern`, `ca. 2020`, `9.15 Uhr`.

const TypedDays = (() => {
  const blank = /[ \t\n\r\u00A0\u2007\u2009\u202F]+/u;
  const trimmed = (text) => text.split(blank).filter(Boolean).join(" ");

  /** Numbers, words and marks that are taken from the front. */
  class Tokens {
    constructor(text) {
      this.rest = [...text.normalize("NFC").matchAll(/(\d+)|(\p{Alphabetic}+)|([^ \t\n\r\u00A0\u2007\u2009\u202F])/gu)].map(
        ([, digits, word, mark]) =>
          digits ? { digits: digits.length, number: Number(digits) } : word ? { word: word.toLowerCase() } : { mark });
    }
    get isAtEnd() { return this.rest.length === 0; }
    copy() { return Object.assign(new Tokens(""), { rest: [...this.rest] }); }
    mark(...marks) { return this.#when(marks.includes(this.rest[0]?.mark)); }
    word(...words) { return this.#when(words.includes(this.rest[0]?.word)); }
    anyWord() { return this.rest[0]?.word === undefined ? null : this.rest.shift().word; }
    number(least, most) {
      const { digits } = this.rest[0] ?? {};
      return digits >= least && digits <= most ? this.rest.shift().number : null;
    }
    /** Takes words and marks if all of them come next; zeros by their digits, such as `00`. */
    all(...texts) {
      const fits = texts.every((text, index) => {
        const token = this.rest[index];
        if (!token) return false;
        if (/^0+$/.test(text)) return token.number === 0 && token.digits === text.length;
        return token.word === text || token.mark === text;
      });
      if (fits) this.rest.splice(0, texts.length);
      return fits;
    }
    #when(fits) {
      if (fits) this.rest.shift();
      return fits;
    }
  }

  const near = { __proto__: null, heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 };
  const abbreviations = [
    ["jan", "jän", "jänner"], ["feb", "feber"], ["mär", "mrz", "maerz"], ["apr"], [], ["jun", "juno"], ["jul", "julei"], ["aug"],
    ["sep", "sept"], ["okt"], ["nov"], ["dez"],
  ];
  function monthNumber(word) {
    const place = abbreviations.findIndex((known, index) => Days.monthNames[index].toLowerCase() === word || known.includes(word));
    return place < 0 ? null : place + 1;
  }

  // `ahead` is the number of years that a short year may lie ahead; null for days that are past.
  function shortYear(year, month, day, reference, ahead) {
    const latest = reference.year + (ahead ?? 0);
    const full = latest - (((latest - year) % 100) + 100) % 100;
    const found = Days.make(full, month, day);
    if (found && ahead === null && Days.ordinal(found) > Days.ordinal(reference)) return Days.make(full - 100, month, day);
    return found;
  }
  function withoutYear(month, day, reference, ahead) {
    const found = Days.make(reference.year, month, day);
    if (ahead !== null || (found && Days.ordinal(found) <= Days.ordinal(reference))) return found;
    return Days.make(reference.year - 1, month, day);
  }
  function startsTime(rest) {
    const next = rest[1];
    if (!next) return false;
    return next.word === "uhr" || next.mark === ":" || (next.mark === "." && rest[3]?.word === "uhr");
  }
  function takeDay(tokens, reference, ahead) {
    const offset = near[tokens.rest[0]?.word];
    if (offset !== undefined) {
      tokens.anyWord();
      return Days.fromOrdinal(Days.ordinal(reference) + offset);
    }
    const iso = tokens.copy();
    const year = iso.number(4, 4);
    if (year !== null && iso.mark("-")) {
      const month = iso.number(2, 2);
      const day = month !== null && iso.mark("-") ? Days.make(year, month, iso.number(2, 2) ?? 0) : null;
      if (day) {
        tokens.rest = iso.rest;
        return day;
      }
    }
    const day = tokens.number(1, 2);
    if (day === null) return null;
    const isDotted = tokens.mark(".");
    let month = isDotted ? tokens.number(1, 2) : null;
    let isClosed = true;
    if (month !== null) isClosed = tokens.mark(".");
    else {
      const word = tokens.anyWord();
      month = word === null ? null : monthNumber(word);
      if (month === null) return null;
      tokens.mark(".");
    }
    if (!isClosed) return null;
    if (!startsTime(tokens.rest)) {
      const full = tokens.number(4, 4);
      if (full !== null) return Days.make(full, month, day);
      const short = tokens.number(2, 2);
      if (short !== null) return shortYear(short, month, day, reference, ahead);
    }
    return withoutYear(month, day, reference, ahead);
  }
  function takeTime(tokens) {
    const make = (hour, minute) => (hour < 24 && minute < 60 ? hour * 60 + minute : null);
    const compact = tokens.number(4, 4);
    if (compact !== null) {
      tokens.word("uhr");
      return make(Math.floor(compact / 100), compact % 100);
    }
    const hour = tokens.number(1, 2);
    if (hour === null) return null;
    if (tokens.word("uhr")) return make(hour, 0);
    if (!tokens.mark(":", ".")) return null;
    const minute = tokens.number(2, 2);
    if (minute === null) return null;
    tokens.word("uhr");
    return make(hour, minute);
  }

  function day(text, reference) {
    const tokens = new Tokens(text);
    const found = Days.read(trimmed(text)) ?? takeDay(tokens, reference, 10);
    return found && (tokens.isAtEnd || Days.read(trimmed(text))) ? Days.iso(found) : null;
  }
  function moment(text, reference) {
    const stored = Days.moment(trimmed(text));
    if (stored) return Days.momentText(stored);
    const tokens = new Tokens(text);
    const found = takeDay(tokens, reference, 10);
    if (!found || tokens.isAtEnd) return found && Days.iso(found);
    tokens.mark(",");
    tokens.word("um");
    const time = takeTime(tokens);
    return time === null || !tokens.isAtEnd ? null : Days.momentText({ day: found, time });
  }
  function time(text) {
    const tokens = new Tokens(text);
    const found = takeTime(tokens);
    if (found !== null && tokens.isAtEnd) return Days.timeText(found);
    // Where nothing but a time is asked for, a bare number is the hour.
    const hour = /^[ \u00A0]*(\d{1,2})[ \u00A0]*$/.exec(text);
    return hour && Number(hour[1]) < 24 ? Days.timeText(Number(hour[1]) * 60) : null;
  }

  function takeMonth(tokens, estimated) {
    let month;
    const word = tokens.anyWord();
    if (word !== null) {
      month = monthNumber(word);
      if (month === null) return null;
      tokens.mark(".");
    } else {
      month = tokens.number(1, 2);
      if (month === null || !tokens.mark("/", ".")) return null;
    }
    const year = tokens.number(4, 4);
    return year === null ? null : Days.wholeMonth(month, year, estimated);
  }
  function takeIncomplete(tokens, estimated) {
    const attempt = tokens.copy();
    let value = null;
    const yearFirst = attempt.rest[0]?.digits === 4;
    if (attempt.all("00", ".")) {
      if (attempt.all("00", ".")) {
        const year = attempt.number(4, 4);
        value = year === null ? null : Days.wholeYear(year, estimated);
      } else value = takeMonth(attempt, estimated);
    } else if (yearFirst) {
      const year = attempt.number(4, 4);
      if (attempt.rest[0]?.mark !== "-") value = Days.wholeYear(year, estimated);
    } else value = takeMonth(attempt, estimated);
    if (value) tokens.rest = attempt.rest;
    return value;
  }
  function partial(text, reference) {
    const stored = Days.partial(trimmed(text));
    if (stored) return Days.partialText(stored);
    const tokens = new Tokens(text);
    const isUnknown = [["unbekannt"], ["nicht", "bekannt"], ["?"], ["00", ".", "00", ".", "0000"]].some((words) => {
      const copy = tokens.copy();
      return copy.all(...words) && copy.isAtEnd;
    });
    if (isUnknown) return "unbekannt";
    const isExpected = tokens.word("et") || tokens.all("e", ".", "t", ".") || tokens.all("errechneter", "termin") || tokens.all("errechneter", "geburtstermin");
    if (isExpected) {
      tokens.mark(":");
      const day = takeDay(tokens, reference, 1);
      return day && tokens.isAtEnd ? "ET" + Days.iso(day) : null;
    }
    const estimated = tokens.word("ca", "circa", "um", "etwa", "ungefähr", "geschätzt");
    if (estimated) tokens.mark(".");
    let value = takeIncomplete(tokens, estimated);
    if (!value) {
      const day = takeDay(tokens, reference, null);
      value = day && Days.wholeDay(day, estimated);
    }
    if (!value) return null;
    if (!estimated && value.kind === "monat_jahr") tokens.all("(", "tag", "unbekannt", ")");
    if (!estimated && value.kind === "jahr") tokens.all("(", "tag", "/", "monat", "unbekannt", ")");
    return tokens.isAtEnd ? Days.partialText(value) : null;
  }

  /** What is wrong with a day that the calendar does not have; null for any other text. */
  function missing(text) {
    const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.replace(/\s/gu, ""));
    const typed = /^(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?$/.exec(text.replace(/\s/gu, ""));
    if (!parts && !typed) return null;
    const [day, month] = parts ? [Number(parts[3]), Number(parts[2])] : [Number(typed[1]), Number(typed[2])];
    const short = typed?.[3];
    const year = parts ? Number(parts[1]) : short ? Number(short) + (short.length === 2 ? 2000 : 0) : null;
    if (month < 1 || month > 12 || day < 1 || year === 0) return null;
    const last = Days.length(month, year ?? 2024);
    if (day <= last) return null;
    const span = Days.monthNames[month - 1] + (month === 2 && year !== null ? ` ${year}` : "");
    return {
      id: "format", message: `nennt einen Tag, den es nicht gibt: Der ${span} hat ${last} Tage.`, remedy: "Bitte den richtigen Tag eingeben.",
    };
  }

  return { day, moment, time, partial, missing, trimmed, monthNumber };
})();
