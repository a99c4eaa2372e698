import type { Story } from "../story";

export const everyday: Story[] = [
  {
    kind: "idea",
    day: 21,
    by: "cleo",
    title: "A home screen widget with today's note",
    body: [
      "Open tasks of today's note, tick them off, add a line. Without opening the app.",
      "Small, medium and large: one task, five tasks, tasks and the beginning of the text.",
    ],
    tags: ["editor"],
    votes: 24,
    since: [
      { day: 20, by: "julia", says: "Even one that only shows text would be a start. I'd pin my shopping list." },
      { day: 18, by: "kwame", says: "On the lock screen as well? I wear gloves half of the day." },
      {
        day: 17,
        by: "ifeoma",
        says: "If it shows on a locked phone, it must be possible to forbid that. I have clients' names in my notes.",
        replies: [{ day: 16.5, by: "cleo", says: "Agreed: a choice per notebook, and hidden by default." }],
      },
      {
        day: 9,
        by: "mona",
        to: "under_review",
        answer:
          "We want this. What we're finding out is how fresh a widget can be without costing battery, and after the trouble with 2.14 we take the time to measure it.",
      },
    ],
  },
  {
    kind: "idea",
    day: 76,
    by: "samir",
    title: "Lock the app with a fingerprint or face",
    body: "My phone goes through many hands: colleagues, children, passport control. A lock on Lumen itself, or only on some notebooks, after one minute away from it.",
    tags: ["privacy"],
    votes: 26,
    since: [
      {
        day: 75,
        by: "grace",
        says: "In our work this isn't a luxury. We keep interviews with people who'd be in danger.",
      },
      {
        day: 72,
        by: "erik",
        says: "To be clear: that is a curtain, not a safe. Whoever has the unlocked phone and some patience gets at the files. For a safe you need the encrypted notebooks.",
        replies: [
          { day: 71, by: "grace", says: "True, and I want both. Most of the hands in question aren't patient." },
        ],
      },
      { day: 59, by: "mona", to: "under_review" },
      {
        day: 22,
        by: "mona",
        to: "planned",
        answer: [
          "Planned for phones and tablets: lock the app, or single notebooks, with whatever your device offers; at once or after one, five or fifteen minutes. Locked notebooks stay out of search, widgets and notifications.",
          "@erik is right that this is a curtain. We will say so in the settings, with a link to encryption when that is there.",
        ],
      },
      { day: 21, by: "samir", says: "Out of the notifications as well — I hadn't even thought of that. Thanks." },
    ],
  },
  {
    kind: "idea",
    day: 171,
    by: "rafael",
    title: "Landscape on phones",
    body: "I read PDFs with two columns. Upright they are too small, and Lumen doesn't turn.",
    tags: ["reading"],
    votes: 8,
    since: [
      { day: 168, by: "mei", says: "Also for tables. And for typing with two thumbs on a big phone." },
      { day: 139, by: "mona", to: "planned" },
      { day: 96, by: "mona", to: "in_progress" },
      {
        day: 68,
        by: "mona",
        to: "shipped",
        release: "2.13",
        answer:
          "Lumen turns with the phone: notes, PDFs, tables and pictures. If you read lying down, *Keep upright* is in the reading menu.",
      },
      { day: 66, by: "rafael", says: "“If you read lying down”. You know your customers." },
    ],
  },
  {
    kind: "idea",
    day: 101,
    by: "yuki",
    title: "Handwriting with a pen on tablets",
    body: "Kanji that I can't type, small drawings, corrections in a PDF. It doesn't have to become text; ink that stays with the paragraph is enough.",
    tags: ["editor"],
    votes: 14,
    since: [
      { day: 99, by: "hana", says: "Marking essays! Circles, arrows, a squiggle in the margin." },
      {
        day: 92,
        by: "thabo",
        says: "Formulas in lectures. I take photos of paper at the moment, and then I can't find them again.",
      },
      {
        day: 85,
        by: "erik",
        says: "I'd rather see the basics finished first: undo, printing, a keyboard that doesn't hide what I type.",
        replies: [
          {
            day: 84,
            by: "yuki",
            says: "Different teams, I hope? I don't want to wait for each other's wishes either.",
          },
        ],
      },
    ],
  },
];
