"use strict";
// Looks for personal data in free text that must be anonymous. It knows forms, not meanings, and leans towards
// silence for figures that staff write every day: amounts, times, periods, paragraphs, file numbers.

const PersonalData = (() => {
  const joiners = "-'’\u2010\u2011";
  const isLetter = (sign) => sign !== undefined && /[\p{Alphabetic}\p{Mn}]/u.test(sign);
  const isBlank = (sign) => sign !== undefined && /[ \t\n\r\u00A0\u2007\u2009\u202F]/u.test(sign);

  function tokens(text) {
    const signs = [...text];
    const result = [];
    for (let start = 0; start < signs.length; ) {
      const run = (from, belongs) => {
        let end = from;
        while (end < signs.length && belongs(signs[end])) end += 1;
        return end;
      };
      const sign = signs[start];
      let [kind, end] = ["mark", start + 1];
      if (sign === "\n" || sign === "\r") kind = "newline";
      else if (isBlank(sign)) [kind, end] = ["blank", run(start, (next) => isBlank(next) && next !== "\n" && next !== "\r")];
      else if (/[0-9]/.test(sign)) [kind, end] = ["number", run(start, (next) => /[0-9]/.test(next))];
      else if (/\p{Alphabetic}/u.test(sign)) {
        [kind, end] = ["word", run(start, isLetter)];
        while (end + 1 < signs.length && joiners.includes(signs[end]) && /\p{Alphabetic}/u.test(signs[end + 1])) end = run(end + 1, isLetter);
      }
      result.push({ kind, text: signs.slice(start, end).join("") });
      start = end;
    }
    return result;
  }
  const isMark = (token, ...marks) => token?.kind === "mark" && marks.includes(token.text);
  const isNumber = (token, least, most) => token?.kind === "number" && token.text.length >= least && token.text.length <= most;
  const isCapitalised = (token) => token?.kind === "word" && /^\p{Uppercase}/u.test(token.text);
  const skip = (all, index) => (all[index]?.kind === "blank" ? index + 1 : index);
  const join = (all, from, to) => all.slice(from, to).map((token) => token.text).join("");

  // MARK: Dates. Each search gives the place behind what it found, or null.

  function isoDate(all, at) {
    if (at + 5 > all.length || !Days.read(join(all, at, at + 5))) return null;
    return isMark(all[at + 5], "-") && all[at + 6]?.kind === "number" ? null : at + 5;
  }
  function germanDate(all, at, shortYears) {
    if (!isNumber(all[at], 1, 2)) return null;
    const day = Number(all[at].text);
    let index = at + 1;
    const isDotted = isMark(all[index], ".");
    if (isDotted) index += 1;
    index = skip(all, index);
    let isTight = all[at].text.length === 2;
    const named = all[index]?.kind === "word" ? TypedDays.monthNumber(all[index].text.toLowerCase()) : null;
    let month = named;
    if (named !== null) {
      isTight = false;
      index += 1;
      if (isMark(all[index], ".")) index += 1;
    } else if (isDotted && isNumber(all[index], 1, 2) && isMark(all[index + 1], ".")) {
      month = Number(all[index].text);
      isTight = isTight && all[index].text.length === 2;
      index += 2;
    } else return null;
    index = skip(all, index);
    if (isNumber(all[index], 4, 4)) return Days.make(Number(all[index].text), month, day) ? index + 1 : null;
    if (!(shortYears || isTight) || !isNumber(all[index], 2, 2)) return null;
    if ([":", ","].includes(all[index + 1]?.text) && all[index + 2]?.kind === "number") return null;
    return Days.make(2000 + Number(all[index].text), month, day) ? index + 1 : null;
  }
  function date(all, at, shortYears) {
    const first = all[at];
    if (!isNumber(first, 1, 4)) return null;
    const before = all[at - 1];
    if (before) {
      if (before.kind === "word") return null;
      const isGlued = isMark(before, ".") || (isMark(before, "-") && first.text.length === 4);
      const earlier = all[at - 2];
      if (isGlued && earlier && (earlier.kind === "number" || (earlier.kind === "word" && isMark(before, "-")))) return null;
    }
    const end = isoDate(all, at) ?? germanDate(all, at, shortYears);
    if (end === null) return null;
    return all[end]?.kind === "word" || all[end]?.kind === "number" ? null : end;
  }
  function birthDate(all, start) {
    const first = all[start];
    let index = start + 1;
    if (isMark(first, "*")) {
      const before = all[start - 1]?.kind === "blank" ? start - 2 : start - 1;
      if ((before < 0 || all[before].kind === "newline") && all[index]?.kind === "blank") return null;
      return date(all, skip(all, index), true);
    }
    const word = first.text.toLowerCase();
    if (first.kind !== "word" || !(word === "geb" || ["geboren", "geburt", "gebdat", "geb-dat"].some((head) => word.startsWith(head)))) return null;
    if (word.endsWith("geb") && isMark(all[index], ".")) index += 1;
    for (let count = 0; count < 10; count += 1, index += 1) {
      const token = all[index];
      if (!token || token.kind === "newline") return null;
      const end = date(all, index, true);
      if (end !== null) return end;
      if (token.kind === "mark" && ![":", "-", "(", "/"].includes(token.text)) return null;
    }
    return null;
  }

  // MARK: Telephone, e-mail, street, form of address

  function isGlued(all, start) {
    const sign = all[start - 1]?.kind === "blank" ? start - 2 : start - 1;
    if (isMark(all[sign], "§")) return true;
    const before = all[start - 1];
    if (!before) return false;
    if (before.kind === "word" || before.kind === "number") return true;
    const earlier = all[start - 2];
    if (before.kind !== "mark" || !earlier) return false;
    if ("-_–".includes(before.text)) return earlier.kind === "word" || earlier.kind === "number";
    return ".,/:".includes(before.text) && earlier.kind === "number";
  }
  function nextGroup(all, end, first) {
    let [index, signs] = [end, 0];
    while (all[index] && (all[index].kind === "blank" || ["/", "-", "–", ".", "(", ")"].includes(all[index].text))) {
      if (all[index].kind === "mark") signs += 1;
      index += 1;
    }
    if (index === end || index - end > 3 || all[index]?.kind !== "number") return null;
    const isBehindBlank = all[index - 1].kind === "blank";
    if (date(all, index, false) !== null || isMark(all[index + 1], ":")) return null;
    if (isBehindBlank && !signs && all[index].text.length < 2 && !["0137", "0180", "0900"].includes(first)) return null;
    return isBehindBlank && isMark(all[index - 2], ".") ? null : index;
  }
  function phone(all, start) {
    if (isGlued(all, start)) return null;
    let first = start;
    const isBracket = isMark(all[start], "(");
    if (isMark(all[start], "+")) {
      first = start + 1;
      if (all[first]?.kind !== "number" || all[first].text.startsWith("0")) return null;
    } else {
      if (isBracket) first += 1;
      const text = all[first]?.kind === "number" ? all[first].text : "";
      if (text.length < 3 || !text.startsWith("0") || text.startsWith("000")) return null;
      if (isBracket && !isMark(all[first + 1], ")")) return null;
    }
    const isInternational = isMark(all[start], "+") || all[first].text.startsWith("00");
    let [count, end, groups] = [all[first].text.length, first + (isBracket ? 2 : 1), 1];
    for (let next = nextGroup(all, end, all[first].text); next !== null; next = nextGroup(all, end, all[first].text)) {
      if (count + all[next].text.length > 15) break;
      count += all[next].text.length;
      end = next + 1;
      groups += 1;
    }
    if (all[end]?.kind === "word" || all[skip(all, end)]?.text === "Uhr") return null;
    if (isMark(all[end], ",") && all[end + 1]?.kind === "number") return null;
    return count >= (isInternational ? 8 : groups > 1 ? 6 : 7) && count <= 15 ? end : null;
  }
  const isLocal = (token) => Boolean(token) && (token.kind === "word" || token.kind === "number" || (token.kind === "mark" && (token.text === "." || /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]$/.test(token.text) || /^(?![\u0000-\u007F])[\p{Alphabetic}\p{Mn}]$/u.test(token.text))));
  function email(all, start) {
    if (!isLocal(all[start]) || isLocal(all[start - 1])) return null;
    let at = start;
    while (isLocal(all[at])) at += 1;
    if (!isMark(all[at], "@")) return null;
    let end = at + 1;
    while (all[end] && (all[end].kind === "word" || all[end].kind === "number" || isMark(all[end], ".", "-"))) end += 1;
    while (end > at + 1 && isMark(all[end - 1], ".", "-")) end -= 1;
    return end > at + 1 && Mails.isDomain(join(all, at + 1, end)) ? end : null;
  }
  function houseNumber(all, start, ending) {
    let index = start;
    if (ending === "str" && isMark(all[index], ".")) index += 1;
    index = skip(all, index);
    if (!isNumber(all[index], 1, 4) || all[index].text.startsWith("0") || date(all, index, true) !== null) return null;
    index += 1;
    if (isMark(all[index], ":") && all[index + 1]?.kind === "number") return null;
    const letter = skip(all, index);
    if (all[letter]?.kind === "word") {
      if (/^[a-h]$/.test(all[letter].text)) index = letter + 1;
      else if (letter === index || Library.scan.units.includes(all[letter].text.toLowerCase())) return null;
    }
    return ["-", "–", "/"].includes(all[index]?.text) && all[index + 1]?.kind === "number" ? index + 2 : index;
  }
  function street(all, start) {
    const word = all[start];
    if (word.kind !== "word") return null;
    const lower = word.text.toLowerCase();
    const endings = Library.scan.streetEndings;
    const ending = endings.find((ending) => lower.endsWith(ending));
    if (ending && lower !== ending) {
      if (!(ending.startsWith("str") || isCapitalised(word)) || Library.scan.notStreets.includes(lower)) return null;
      return houseNumber(all, start + 1, ending);
    }
    const next = all[start + 2];
    const isArticle = ["der", "die", "das", "dem", "den", "ein", "eine", "einem", "kein"].includes(lower);
    if (!isCapitalised(word) || all[start + 1]?.kind !== "blank" || !isCapitalised(next) || isArticle) return null;
    return endings.includes(next.text.toLowerCase()) ? houseNumber(all, start + 3, next.text.toLowerCase()) : null;
  }
  const particles = "von van de del della di dos du el al ten ter bin ben ibn abu le la".split(" ");
  const innerParticles = "von van de der den dem und zu la el".split(" ");
  function salutation(all, start) {
    const salutations = Library.scan.salutations;
    if (all[start].kind !== "word" || !salutations.includes(all[start].text)) return null;
    const behindStop = (index) => (isMark(all[index], ".") ? index + 1 : index);
    let index = Texts.graphemes(all[start].text) <= 3 ? behindStop(start + 1) : start + 1;
    if (all[index]?.kind !== "blank") return null;
    index += 1;
    while (all[index]?.kind === "word" && Library.scan.titles.includes(all[index].text)) index = skip(all, behindStop(index + 1));
    if (all[index]?.kind === "word" && particles.includes(all[index].text)) {
      do index = skip(all, index + 1);
      while (innerParticles.includes(all[index]?.text ?? ""));
    }
    const name = all[index];
    if (name?.kind !== "word" || Texts.graphemes(name.text) < 2) return null;
    if (salutations.includes(name.text) || Library.scan.notNames.includes(name.text)) return null;
    const parts = name.text.split(/[-'’\u2010\u2011]/u).filter(Boolean);
    return isCapitalised(name) || parts.slice(1).some((part) => /^\p{Uppercase}/u.test(part)) ? index + 1 : null;
  }

  const searches = [
    ["email", email], ["birth-date", birthDate], ["full-date", (all, at) => date(all, at, false)], ["phone", phone], ["street", street],
    ["salutation-name", salutation],
  ];
  return {
    /** The first passage of a kind; passages do not overlap. */
    first(text, kind) {
      const all = tokens(text);
      for (let index = 0; index < all.length; ) {
        let end = null;
        for (const [found, search] of searches) {
          end = search(all, index);
          if (end === null) continue;
          if (found === kind) return join(all, index, end);
          break;
        }
        index = end ?? index + 1;
      }
      return "";
    },
    /** The first of some names that a text holds as a whole word or its genitive. */
    mention(names, text) {
      const letters = (name) => (name.match(/\p{Alphabetic}/gu) ?? []).length;
      const needles = [...new Set(names.map((name) => TypedDays.trimmed(name.normalize("NFC"))))].filter((name) => letters(name) >= 3);
      needles.sort((one, two) => [...two].length - [...one].length || (one < two ? 1 : -1));
      const isWord = (sign) => sign !== undefined && /[\p{Alphabetic}\p{N}\p{Mn}]/u.test(sign);
      const signs = [...text.normalize("NFC")];
      for (let start = 0; start < signs.length; start += 1) {
        if (isWord(signs[start - 1])) continue;
        for (const needle of needles) {
          const own = [...needle];
          if (!own.every((sign, offset) => sign === signs[start + offset] || (sign === " " && /\s/u.test(signs[start + offset] ?? "")))) continue;
          let end = start + own.length;
          if (signs[end] === "s") end += 1;
          if (!isWord(signs[end])) return signs.slice(start, end).join("");
        }
      }
      return "";
    },
  };
})();
