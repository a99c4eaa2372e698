import type { Language } from "~/i18n/languages";

interface Searched {
  question: string;
  language: Language;
  outcome: "nothing" | "found";
  times: number;
}

/** What people have looked for in vain, or of which they opened nothing. */
export const searched: Searched[] = [
  { question: "handwriting", language: "en", outcome: "nothing", times: 9 },
  { question: "write by hand with a stylus", language: "en", outcome: "nothing", times: 4 },
  { question: "stylus", language: "en", outcome: "nothing", times: 3 },
  { question: "Stift", language: "de", outcome: "nothing", times: 5 },
  { question: "fax", language: "en", outcome: "nothing", times: 2 },
  { question: "خط اليد", language: "ar", outcome: "nothing", times: 3 },
  { question: "kindle", language: "en", outcome: "nothing", times: 6 },
  { question: "send to kindle", language: "en", outcome: "nothing", times: 2 },
  { question: "change font", language: "en", outcome: "found", times: 7 },
  { question: "fonts", language: "en", outcome: "found", times: 4 },
  { question: "two accounts", language: "en", outcome: "found", times: 5 },
  { question: "Schrift ändern", language: "de", outcome: "found", times: 3 },
];
