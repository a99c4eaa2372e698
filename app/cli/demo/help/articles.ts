import type { Language } from "~/i18n/languages";
import ar from "./ar.json";
import planned from "./articles.json";
import de from "./de.json";
import en from "./en.json";

interface Words {
  key: string;
  title: string;
  wordings: string[];
  body: string;
}

/** What Lumen's team has written, in the order in which it did. */
export const helpArticles = planned;

export type HelpArticle = (typeof planned)[number];

const words: Record<Language, Words[]> = { en, de, ar };

export function wordsOf({ key }: HelpArticle, language: Language): Words {
  const found = words[language].find((one) => one.key === key);
  if (!found) throw new Error(`${key} is not there in ${language}.`);
  return found;
}

/** What somebody is still writing. */
export const helpDrafts = [
  {
    key: "templates",
    section: "getting_started",
    by: "gus",
    title: "Starting from a template",
    wordings: ["note templates", "daily note"],
    body: "A template is a note that new ones begin as.\n\n## Make one\n\nOpen a note and choose **⋯ → Use as template**.\n\n## Daily notes\n\nTo be written once the next release is out.",
    state: "draft",
  },
  {
    key: "printing",
    section: "library",
    by: "gus",
    title: "Printing a note",
    wordings: ["print", "paper size"],
    body: "Open the note and choose **⋯ → Print**.\n\n## On paper\n\nLumen leaves out the side bar and prints links as their addresses. Choose the size of the paper in the dialogue of your browser.",
    state: "review",
  },
  {
    key: "two-steps",
    section: "privacy",
    by: "mona",
    title: "Locking Lumen on your phone",
    wordings: ["pin", "fingerprint", "face unlock"],
    body: "Lumen can ask for your fingerprint, your face or a PIN before it opens.\n\n1. Open **Settings → Privacy** on the phone.\n2. Switch **Lock** on.\n3. Choose after how many minutes it locks.\n\nWhoever forgets the PIN signs in anew; no note is lost.",
    state: "scheduled",
  },
] as const;
