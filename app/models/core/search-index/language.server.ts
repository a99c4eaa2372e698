import { detectAll } from "tinyld/light";

/** The languages whose endings PostgreSQL knows how to take off, and what it calls them. */
export const configurations: Record<string, string> = {
  ar: "arabic",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  hu: "hungarian",
  it: "italian",
  nl: "dutch",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sv: "swedish",
  tr: "turkish",
};

const only = Object.keys(configurations);
/** Characters that tell the language; more cost time and change nothing. */
const telling = 240;
/** Shorter texts look like many languages, each about as much as the next. */
const short = 120;
const mostLanguages = 3;
/** A language counts as possible from this share of the likeliest one's score. */
const leastShare = 0.3;

/**
 * The languages that a text may be in, the likest first, as ISO 639-1 names them; none where it is in none whose endings we
 * know. A short text may be in several, and its words are then found without the endings of each.
 */
export function detectLanguages(text: string): string[] {
  const sample = text.slice(0, telling);
  const found = detectAll(sample, { only });
  const least = (found[0]?.accuracy ?? 0) * leastShare;
  const likely = found.filter(({ accuracy }) => accuracy >= least).map(({ lang }) => lang);
  const some = likely.slice(0, sample.length < short ? mostLanguages : 1);
  // What few letters look like says little; what most people write in is then as good a guess as any.
  const mayBeEnglish = /\p{Script=Latin}/u.test(sample) && (some.length === 0 || sample.length < short);
  return mayBeEnglish ? [...new Set([...some, "en"])] : some;
}

/** What PostgreSQL calls the rules of a language; undefined where it has none. */
export const configurationOf = (language: string): string | undefined => configurations[language];
