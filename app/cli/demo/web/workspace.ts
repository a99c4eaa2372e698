import type { Story } from "../story";

export const workspace: Story[] = [
  {
    kind: "idea",
    day: 232,
    by: "cleo",
    title: "Two notes side by side",
    body: [
      "I write in one note while I read another: a brief and its answer, an interview and the article, a paper and my notes on it.",
      "Two windows work until one of them slips behind the browser. I'd like a split inside of Lumen, with a divider that I can move.",
    ],
    tags: ["editor", "reading"],
    votes: 37,
    since: [
      { day: 231, by: "ben", says: "Interview left, article right. I'd pay extra for this, and I never say that." },
      {
        day: 228,
        by: "yuki",
        says: "For translating, both sides should scroll together if I want them to. Source and translation have the same paragraphs.",
        replies: [
          {
            day: 227,
            by: "olga",
            says: "I translate too and would switch that off after a minute. Russian is always longer.",
          },
          { day: 226, by: "yuki", says: "That is why I wrote “if I want them to” :)" },
        ],
      },
      { day: 219, by: "mona", to: "under_review" },
      {
        day: 204,
        by: "erik",
        says: "Honest question: what does this give you that two windows and the window manager don't? It sounds like a lot of work for a thing that every desktop does.",
        replies: [
          {
            day: 203.5,
            by: "cleo",
            says: "Links from one side opening on the other. And I work on a tablet half of the time.",
          },
          { day: 203, by: "erik", says: "The links are a good point. Withdrawn." },
        ],
      },
      {
        day: 160,
        by: "mona",
        to: "planned",
        answer: [
          "This is the wish we hear most often, here and in interviews, so it is planned:",
          "- two notes, or a note and a PDF, next to each other\n- a link opens on the other side if you hold a key\n- Lumen remembers the pair and the width of each side",
          "Scrolling together is not in the first version. We'll look at it once the rest is steady.",
        ],
      },
      { day: 92, by: "tamar", says: "New here, and this was the first thing I looked for. Glad to see it's coming." },
      {
        day: 41,
        by: "mona",
        to: "in_progress",
        answer:
          "Being built. The desktop app has it first, the web follows within the same release. The beta circle can try it from next week on.",
      },
      {
        day: 25,
        by: "linh",
        says: "In the beta it works well with two notes. With a PDF on the right, the left side jumps when I change the width.",
      },
      {
        day: 24,
        by: "mona",
        says: "Seen, and thank you for the recording: it took us an hour to fix instead of a week to find.",
      },
    ],
  },
  {
    kind: "idea",
    day: 15,
    by: "tomasz",
    title: "Let me change the keyboard shortcuts",
    body: [
      "On a Polish keyboard `Alt+Shift+L` types *Ł*, and in Lumen it opens the library. I write my own surname a lot.",
      "A page that lists every shortcut and lets me press another one would be enough. Please warn me when two collide.",
    ],
    tags: ["keyboard", "accessibility"],
    votes: 20,
    since: [
      {
        day: 14.6,
        by: "hana",
        says: "Same with `Alt+Shift+D` and *Ď*. We've been writing around your shortcuts for a year.",
      },
      {
        day: 13,
        by: "nikos",
        says: "My screen reader takes half of the combinations before Lumen sees them. Being able to move them out of the way would mean that I can use them at all.",
      },
      {
        day: 11,
        by: "rafael",
        says: "Until then, could you at least drop `Alt+Shift` plus a letter from the defaults? Too many layouts type something with it.",
        replies: [
          { day: 10.5, by: "mona", says: "That is a fair point and a smaller change. I'll take it into the review." },
        ],
      },
      { day: 10.3, by: "mona", to: "under_review" },
    ],
  },
  {
    kind: "bug",
    day: 43,
    by: "nikos",
    title: "Keyboard focus is lost after the search dialog closes",
    steps: "1. Put the cursor into a note\n2. `Ctrl+K`, search, press `Escape`\n3. Type",
    expected: "I go on typing where I was.",
    actual: "The focus is on the page itself. My screen reader starts reading from “Lumen, main menu”, every time.",
    version: "2.13.1, web",
    tags: ["accessibility", "keyboard"],
    votes: 4,
    since: [
      { day: 42.5, by: "gus", says: "I can reproduce that, and it happens with the *Move to* dialog as well." },
      { day: 42, by: "mona", to: "confirmed" },
      { day: 30, by: "mona", to: "in_progress" },
      {
        day: 18,
        by: "mona",
        to: "fixed",
        release: "2.14",
        answer:
          "All dialogs now give the focus back to where it came from, and a test watches over it. We should have had that test long ago; sorry, and thank you for the exact steps.",
      },
      {
        day: 17,
        by: "nikos",
        says: "Confirmed, search and move both. That makes my day about two hundred lines of speech shorter.",
      },
    ],
  },
  {
    kind: "idea",
    day: 1.3,
    by: "mateo",
    title: "Two documents side by side",
    body: "I translate: the original on one side, mine on the other.",
    votes: 3,
    since: [{ day: 1.1, by: "milo", into: "Two notes side by side" }],
  },
];
