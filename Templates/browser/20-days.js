"use strict";
// Calendar days, partial days, times and periods as the records hold them and as people type them.
// A day is {year, month, day}; there is no time zone here, and no clock.

const Days = (() => {
  const pad = (number, width) => String(number).padStart(width, "0");
  const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = (month, year) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
  function make(year, month, day) {
    const isDay = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= length(month, year);
    return isDay ? { year, month, day } : null;
  }
  function read(iso) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    return parts ? make(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
  }
  const iso = (day) => `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`;
  const german = (day) => `${pad(day.day, 2)}.${pad(day.month, 2)}.${pad(day.year, 4)}`;

  // Days since 1970-01-01, with years counted from March (Howard Hinnant, Low-Level Date Algorithms).
  function ordinal({ year, month, day }) {
    const shifted = month > 2 ? year : year - 1;
    const era = Math.floor(shifted / 400);
    const yearOfEra = shifted - era * 400;
    const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
    return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
  }
  const bounds = [ordinal({ year: 1, month: 1, day: 1 }), ordinal({ year: 9999, month: 12, day: 31 })];
  function fromOrdinal(number) {
    if (!Number.isInteger(number) || number < bounds[0] || number > bounds[1]) return null;
    const shifted = number + 719468;
    const era = Math.floor(shifted / 146097);
    const dayOfEra = shifted - era * 146097;
    const yearOfEra = Math.floor(
      (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
    const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    return make(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
  }
  const last = { year: 9999, month: 12, day: 31 };
  function plus(day, period) {
    const months = day.year * 12 + day.month - 1 + period.Y * 12 + period.M;
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    const moved = year > 9999 ? last : make(year, month, Math.min(day.day, length(month, year)));
    return fromOrdinal(ordinal(moved) + period.W * 7 + period.D) ?? last;
  }
  function period(text) {
    const parts = /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/.exec(text);
    if (!parts || text === "P") return null;
    const [, Y, M, W, D] = parts;
    if (W !== undefined && (Y ?? M ?? D) !== undefined) return null;
    return { Y: Number(Y ?? 0), M: Number(M ?? 0), W: Number(W ?? 0), D: Number(D ?? 0) };
  }
  const endOfMonth = ({ year, month }) => make(year, month, length(month, year));
  const earlier = (one, two) => (ordinal(one) < ordinal(two) ? one : two);

  // MARK: Times and moments

  function time(text) {
    const parts = /^(\d{2}):(\d{2})$/.exec(text);
    return parts && Number(parts[1]) < 24 && Number(parts[2]) < 60 ? Number(parts[1]) * 60 + Number(parts[2]) : null;
  }
  const timeText = (minutes) => `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
  function moment(text) {
    const [first, rest] = text.includes("T") ? [text.slice(0, text.indexOf("T")), text.slice(text.indexOf("T") + 1)] : [text];
    const day = read(first);
    if (!day) return null;
    if (rest === undefined) return { day, time: null };
    const minutes = time(rest);
    return minutes === null ? null : { day, time: minutes };
  }
  const momentText = (moment) => iso(moment.day) + (moment.time === null ? "" : "T" + timeText(moment.time));
  const momentGerman = (moment) => german(moment.day) + (moment.time === null ? "" : `, ${timeText(moment.time)} Uhr`);

  // MARK: Partial days and ages

  const unknown = { kind: "unbekannt", estimated: false, earliest: null, latest: null };
  const wholeDay = (day, estimated) => ({ kind: "genau", estimated, earliest: day, latest: day });
  function wholeMonth(month, year, estimated) {
    const first = make(year, month, 1);
    return first && { kind: "monat_jahr", estimated, earliest: first, latest: endOfMonth(first) };
  }
  function wholeYear(year, estimated) {
    const first = make(year, 1, 1);
    return first && { kind: "jahr", estimated, earliest: first, latest: make(year, 12, 31) };
  }
  function partial(text) {
    if (text === "unbekannt") return unknown;
    if (text.startsWith("ET")) {
      const day = read(text.slice(2));
      return day && { kind: "erwartet", estimated: false, earliest: day, latest: day };
    }
    const estimated = text.endsWith("~");
    const body = estimated ? text.slice(0, -1) : text;
    if (/^\d{4}$/.test(body)) return wholeYear(Number(body), estimated);
    if (/^\d{4}-\d{2}$/.test(body)) return wholeMonth(Number(body.slice(5)), Number(body.slice(0, 4)), estimated);
    const day = read(body);
    return day && wholeDay(day, estimated);
  }
  function partialText(value) {
    const mark = value.estimated ? "~" : "";
    switch (value.kind) {
      case "genau": return iso(value.earliest) + mark;
      case "monat_jahr": return iso(value.earliest).slice(0, 7) + mark;
      case "jahr": return iso(value.earliest).slice(0, 4) + mark;
      case "erwartet": return "ET" + iso(value.earliest);
      default: return "unbekannt";
    }
  }
  function partialGerman(value) {
    const text = value.earliest && german(value.earliest);
    switch (value.kind) {
      case "genau": return value.estimated ? "ca. " + text : text;
      case "monat_jahr": return value.estimated ? "ca. " + text.slice(3) : text.slice(3) + " (Tag unbekannt)";
      case "jahr": return value.estimated ? "ca. " + text.slice(6) : text.slice(6) + " (Tag/Monat unbekannt)";
      case "erwartet": return "ET " + text;
      default: return "unbekannt";
    }
  }
  /** Completed months of a life; null before the birth (§ 187 Abs. 2 S. 2, § 188 Abs. 2 BGB). */
  function months(birth, day) {
    if (ordinal(birth) > ordinal(day)) return null;
    const begun = (day.year - birth.year) * 12 + day.month - birth.month;
    return day.day < birth.day ? begun - 1 : begun;
  }
  function age(value, day) {
    if (!value || !value.earliest || value.kind === "erwartet") return null;
    const oldest = months(value.earliest, day);
    if (oldest === null) return null;
    const youngest = months(earlier(value.latest, day), day);
    const words = (count) => `${Math.floor(count / 12)};${count % 12}`;
    const range = youngest === oldest ? words(oldest) : `${words(youngest)}–${words(oldest)}`;
    return { youngest: Math.floor(youngest / 12), oldest: Math.floor(oldest / 12), german: (value.estimated ? "ca. " : "") + range };
  }

  return {
    make, read, iso, german, ordinal, fromOrdinal, plus, period, time, timeText, moment, momentText, momentGerman, partial,
    partialText, partialGerman, age, unknown, wholeDay, wholeMonth, wholeYear, length,
    endOfQuarter: (day) => endOfMonth({ year: day.year, month: Math.ceil(day.month / 3) * 3 }),
    /** A day, or the day of a moment. */
    dayOf: (text) => moment(text)?.day ?? null,
    exact: (value) => (value && value.kind === "genau" && !value.estimated ? value.earliest : null),
    monthNames: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
  };
})();
