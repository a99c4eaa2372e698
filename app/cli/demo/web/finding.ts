import type { Story } from "../story";

export const finding: Story[] = [
  {
    kind: "idea",
    day: 121,
    by: "ifeoma",
    title: "Find words inside of PDFs and pictures",
    body: [
      "Most of what I need to find isn't what I wrote but what I was sent: contracts as PDF, scanned letters, photos of whiteboards.",
      "The search finds their file names, and those are called `scan_0417.pdf`.",
    ],
    tags: ["search", "import-export"],
    votes: 31,
    since: [
      { day: 120, by: "kwame", says: "Whiteboards after a shift handover. Yes." },
      {
        day: 118,
        by: "samir",
        says: "Where would the reading of pictures happen? I have documents under an NDA. If they go to somebody else's server for this, I need a switch per notebook.",
        replies: [
          {
            day: 116,
            by: "ada",
            says: "Only on our own machines or on your device, never at a third party. That is a line we won't cross.",
          },
          { day: 115, by: "samir", says: "Then you have my vote." },
        ],
      },
      {
        day: 94,
        by: "mona",
        to: "under_review",
        answer: [
          "PDFs that contain text are the easy half, and we want to do them. Pictures and scans are the expensive half: we are measuring how well it works on the device itself, so that nothing has to leave it.",
          "We'll come back with numbers.",
        ],
      },
      {
        day: 70,
        by: "olga",
        says: "Please try it with Cyrillic, and with a page that mixes two scripts. Most tools fail there.",
      },
      { day: 39, by: "mei", says: "Vertical Chinese text in old prints would be a dream. I know, I know." },
    ],
  },
  {
    kind: "idea",
    day: 34,
    by: "lena",
    title: "Rechtschreibprüfung für zwei Sprachen in derselben Notiz",
    body: [
      "Ich schreibe Protokolle auf Deutsch, mit Zitaten und Fachwörtern auf Englisch. Je nachdem, welche Sprache eingestellt ist, ist immer die andere Hälfte rot unterstrichen.",
      "Schön wäre: Lumen erkennt die Sprache pro Absatz, und ich kann sie für einen Absatz von Hand festlegen.",
    ],
    tags: ["editor", "languages"],
    votes: 11,
    since: [
      {
        day: 33,
        by: "jonas",
        says: "Pro Satz wäre noch besser. Bei uns steht das englische Zitat meistens mitten im Absatz.",
      },
      {
        day: 32,
        by: "chloe",
        says: "Same for French and English. (I hope I understood the German well enough: language per paragraph?)",
        replies: [{ day: 31.5, by: "lena", says: "Exactly! Recognised by itself, and changeable by hand." }],
      },
      {
        day: 26,
        by: "mona",
        to: "under_review",
        answer: [
          "Danke, das trifft auch uns im Team jeden Tag. Wir prüfen gerade, ob die Erkennung pro Absatz schnell genug ist, um beim Tippen mitzulaufen.",
          "*In short: we are looking into telling languages apart by paragraph, while you type.*",
        ],
      },
    ],
  },
];
