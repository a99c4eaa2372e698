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
/** Short texts look like many languages; below this, English is as good a guess as any. */
const doubt = 0.09;

/** The language of a text, as ISO 639-1 names it; empty where it is none whose endings we know. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, telling);
  const [first] = detectAll(sample, { only });
  if (/\p{Script=Latin}/u.test(sample)) return first && first.accuracy >= doubt ? first.lang : "en";
  return first?.lang ?? "";
}

/** What PostgreSQL calls the rules of a language; undefined where it has none. */
export const configurationOf = (language: string): string | undefined => configurations[language];
