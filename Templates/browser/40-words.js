"use strict";
// Finding words of a list, places and near names in texts, in whatever way somebody wrote them.

/** Letters and digits alone, A–Z, with hyphens between words: the search form of DIN 91379. */
const SearchForm = {
  fold(text) {
    const signs = [...text.normalize("NFD")];
    let [result, gap] = ["", false];
    const add = (letters) => {
      result += (gap && result ? "-" : "") + letters;
      gap = false;
    };
    signs.forEach((sign, index) => {
      if (/[0-9A-Za-z]/.test(sign)) {
        const letter = sign.toUpperCase();
        let marks = "";
        for (let next = index + 1; next < signs.length && /\p{Mn}/u.test(signs[next]); next += 1) marks += signs[next];
        if ("AOU".includes(letter) && marks.includes("\u0308")) add(letter + "E");
        else add(letter === "A" && marks.includes("\u030A") ? "AA" : letter);
      } else if (Library.tables.folding[sign]) add(Library.tables.folding[sign]);
      else if (!/['`]|(?![\u0000-\u007F])[\p{Mn}\p{Alphabetic}\p{Cf}’‘´ʹʺʻʼʾʿˈˌ]/u.test(sign)) gap = true;
    });
    return result;
  },
  words: (text) => SearchForm.fold(text).split("-").filter(Boolean),
};

const Nearest = {
  /** The number of edits between two words: insert, delete, replace, swap neighbours. */
  distance(one, two) {
    if (!one.length || !two.length) return Math.max(one.length, two.length);
    let [beforeLast, last] = [[], Array.from({ length: two.length + 1 }, (_, index) => index)];
    for (let row = 1; row <= one.length; row += 1) {
      const current = [row];
      for (let column = 1; column <= two.length; column += 1) {
        const isSame = one[row - 1] === two[column - 1];
        let least = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
        if (row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1]) {
          least = Math.min(least, beforeLast[column - 2] + 1);
        }
        current.push(least);
      }
      [beforeLast, last] = [last, current];
    }
    return last[two.length];
  },
  question(typed, known) {
    const letters = [...typed.toLowerCase()];
    let best = null;
    for (const candidate of known) {
      const others = [...candidate.toLowerCase()];
      const allowed = Math.max(1, Math.floor(Math.max(letters.length, others.length) / 3));
      if (Math.abs(letters.length - others.length) > allowed) continue;
      const distance = Nearest.distance(letters, others);
      if (distance <= allowed && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
    }
    return best ? ` Meinten Sie ›${best.candidate}‹?` : "";
  },
};

const ListedWords = (() => {
  const known = new Map();
  /** The labels of a list in words; null when there is no such list. */
  function phrases(id) {
    if (!Library.lists[id]) return null;
    if (!known.has(id)) {
      const made = Library.lists[id].codes.map((code) => ({ label: code.label, words: SearchForm.words(code.label) }));
      known.set(id, made.filter((phrase) => phrase.words.length));
    }
    return known.get(id);
  }
  const allowed = (word) => (word.length >= 12 ? 2 : word.length >= 7 ? 1 : 0);
  function resembles(typed, word) {
    return ["", "E", "EN", "EM", "ER", "ES", "N", "S"].some((ending) => {
      const stem = typed.slice(0, typed.length - ending.length);
      if (stem.length < 3 || Math.abs(stem.length - word.length) > allowed(word) || !typed.endsWith(ending)) return false;
      return allowed(word) === 0 ? stem === word : Nearest.distance(stem, word) <= allowed(word);
    });
  }
  return {
    /** Whether a text consists of nothing but labels of the list. */
    makeUp(id, text) {
      let rest = SearchForm.words(text);
      if (!rest.length || !phrases(id)) return false;
      while (rest.length) {
        const fitting = phrases(id).filter(({ words }) => rest.length >= words.length && words.every((word, index) => word === rest[index]));
        if (!fitting.length) return false;
        rest = rest.slice(Math.max(...fitting.map(({ words }) => words.length)));
      }
      return true;
    },
    /** The first label that a text contains, inflected or not. */
    first(id, text) {
      const words = SearchForm.words(text);
      const found = phrases(id)?.find((phrase) => words.some((_, start) => phrase.words.every((word, index) => words[start + index]?.startsWith(word))));
      return found?.label ?? "";
    },
    /** The first label that a text seems to contain, inflected, written apart or mistyped. */
    resembled(id, text) {
      const words = SearchForm.words(text);
      const found = phrases(id)?.find((phrase) => {
        const [first] = phrase.words;
        const isThere = words.some((_, start) => phrase.words.every((word, index) => words[start + index] !== undefined && resembles(words[start + index], word)));
        const isApart = phrase.words.length === 1 && allowed(first) > 0 && words.some((word, index) => index > 0 && resembles(words[index - 1] + word, first));
        return isThere || isApart;
      });
      return found?.label ?? "";
    },
  };
})();

/** Looks in free text for a place that somebody must not be found at. Where a part could be meant, it counts as found. */
const PlaceSearch = (() => {
  const plain = (word) => word.replaceAll("AE", "A").replaceAll("OE", "O").replaceAll("UE", "U").replaceAll("SS", "S");
  const wordsOf = (text) => SearchForm.words(text.replace(/[ßẞ]/g, "s")).map(plain);
  const compact = (text) => wordsOf(text).join("");
  const shortened = (text) =>
    text.split(/\s+/u).flatMap((piece) => {
      const end = piece.replace(/[^\p{Alphabetic}\p{N}.]+$/u, "");
      return end.endsWith(".") ? wordsOf(end).slice(-1) : [];
    });
  function contains(words, needle, endings = []) {
    return words.some((_, start) => {
      let joined = "";
      for (const word of words.slice(start)) {
        joined += word;
        if (joined.length >= needle.length) break;
      }
      if (!joined.startsWith(needle)) return false;
      const rest = joined.slice(needle.length);
      return !rest || /^[0-9]/.test(rest) || endings.includes(rest);
    });
  }
  const streetEndings = ["STRASE", "STR"];
  function core(name) {
    const ending = streetEndings.find((ending) => name.endsWith(ending));
    return ending ? name.slice(0, -ending.length) : null;
  }
  function street(value, text) {
    const pieces = value.split(/\s+/u);
    const end = pieces.findIndex((piece) => /^\p{N}/u.test(piece));
    const name = wordsOf(pieces.slice(0, end < 0 ? undefined : end).join(" "));
    const whole = name.join("");
    const words = wordsOf(text);
    const own = core(whole);
    if (own === null) return whole.length >= 4 && contains(words, whole);
    if (own.length < 2) return false;
    if (streetEndings.some((ending) => contains(words, own + ending))) return true;
    const last = name.map((word) => core(word) ?? word).filter(Boolean).at(-1);
    return Boolean(last) && last.length >= 5 && last !== own && streetEndings.some((ending) => contains(words, last + ending));
  }
  function phone(number, text) {
    let digits = number.replace(/[^0-9]/g, "");
    if (number.startsWith("+49")) digits = digits.slice(2);
    if (digits.startsWith("0049")) digits = digits.slice(4);
    const groups = number.split(/[^\p{N}-]+/u).filter(Boolean).map((group) => group.replace(/[^0-9]/g, ""));
    const inside = groups.length > 1 ? groups.slice(number.startsWith("+") ? 2 : 1).join("") : "";
    const needles = [digits.replace(/^0+/, ""), inside].filter((needle) => needle.length >= 5);
    const runs = [];
    let gap = 3;
    for (const sign of text) {
      if (/[0-9]/.test(sign)) {
        if (gap > 2) runs.push("");
        runs[runs.length - 1] += sign;
        gap = 0;
      } else gap += /[\s/\-–().+‑]/u.test(sign) ? 1 : 3;
    }
    return runs.some((run) => needles.some((needle) => run.includes(needle)));
  }
  function email(address, text) {
    const bare = (text) => text.toLowerCase().replace(/\s/gu, "");
    return bare(address).length >= 5 && bare(text).includes(bare(address));
  }
  function house(name, text, kinds) {
    const words = wordsOf(name.split(/[,;(/]/)[0]);
    while (words.length && kinds.includes(words[0])) words.shift();
    const end = words.findIndex((word) => kinds.includes(word));
    const own = words.slice(0, end < 0 ? undefined : end).join("");
    if (own.length < 3) return false;
    return contains(wordsOf(text), own, ["S"]) || shortened(text).some((short) => short.length >= 4 && own.startsWith(short));
  }
  return {
    tells({ kind, value }, text, list) {
      switch (kind) {
        case "street": return street(value, text);
        case "postcode": return value.length >= 4 && wordsOf(text).includes(value);
        case "phone": return phone(value, text);
        case "email": return email(value, text);
        default: return house(value, text, (Library.lists[list]?.codes ?? []).map((code) => compact(code.label)));
      }
    },
  };
})();
