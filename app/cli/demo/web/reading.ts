import type { Story } from "../story";

export const reading: Story[] = [
  {
    kind: "idea",
    day: 52,
    by: "mona",
    title: "The reading view in 3.0: tell us what you miss",
    body: [
      "We are rebuilding the reading view for 3.0, and now is the time when your wishes are cheap. Three things are certain:",
      "1. margins, type and line length that you can set once, for everything\n2. notes in the margin, next to the passage they are about\n3. your place is kept on every device",
      "What else stands between you and reading longer things in Lumen? One wish per comment, please, so that others can agree with it.",
    ],
    tags: ["reading"],
    votes: 21,
    since: [
      { day: 51.8, by: "mona", pins: true },
      {
        day: 51,
        by: "priya",
        says: "Page numbers that match the printed edition. I can't cite “about 40 % of the way through”.",
        replies: [
          { day: 50, by: "chloe", says: "This, for every student in the humanities." },
          { day: 49, by: "mona", says: "Where the file has them we can show them. Noted as likely." },
        ],
      },
      {
        day: 50.5,
        by: "peter",
        says: "Let me make the text really large without the page falling apart. At 250 % the margins now take half of the screen.",
      },
      { day: 48, by: "cleo", says: "A ruler, or dimming all but the paragraph I'm in. I lose my line all the time." },
      { day: 47, by: "mona", to: "under_review" },
      {
        day: 44,
        by: "thabo",
        says: "Turning pages instead of scrolling. My thumb remembers where on the page something was, scrolling destroys that.",
        replies: [
          {
            day: 43,
            by: "tomasz",
            says: "And please keep scrolling for the rest of us. Pages on a wide screen feel like a slideshow.",
          },
        ],
      },
      { day: 31, by: "noor", says: "A dictionary on long press that works without a connection." },
      {
        day: 12,
        by: "mona",
        says: "Thank you, this is gold. We have started drawing; the first pictures go to the beta circle in about three weeks.",
      },
    ],
  },
  {
    kind: "idea",
    day: 152,
    by: "olga",
    title: "Footnotes that stay beside the sentence they belong to",
    body: [
      "When I read a paper in Lumen, a footnote sends me to the end of the document and then I have to find my way back. By then I have forgotten why I went.",
      "On a wide screen there is room in the margin. On a narrow one a small card at the bottom would do.",
    ],
    tags: ["reading"],
    votes: 22,
    since: [
      { day: 150, by: "priya", says: "I keep the paper open twice to work around this." },
      {
        day: 147,
        by: "ifeoma",
        says: "Court decisions sometimes have footnotes longer than the text. Whatever you build, please test it with one of those.",
        replies: [
          { day: 146, by: "mona", says: "Could you send us one that is public? We'd love a cruel example." },
          { day: 145, by: "ifeoma", says: "Sent. 214 footnotes, the longest runs over three pages. Enjoy." },
        ],
      },
      { day: 133, by: "mona", to: "under_review" },
      {
        day: 83,
        by: "mona",
        to: "planned",
        answer: [
          "Planned, as part of the new reading view. Notes will stand in the margin where there is room, and open in place where there is not. Long ones are folded after six lines.",
          "It needs the new layout underneath, so it will not come before 3.0.",
        ],
      },
      { day: 80, by: "olga", says: "In place is even better than what I asked for. I can wait." },
    ],
  },
  {
    kind: "idea",
    day: 17,
    by: "chloe",
    title:
      "When a highlight runs over two pages, let me add one note to all of it instead of cutting it in two that I have to keep together by hand",
    body: "It happens with every second PDF: the sentence that matters begins at the foot of page 11 and ends on page 12. I get two highlights, two notes, and in the export they are in the wrong order.",
    tags: ["reading", "import-export"],
    votes: 4,
    since: [
      {
        day: 15,
        by: "hana",
        says: "The order in the export drives me up the wall too. Is that perhaps a bug of its own?",
        replies: [
          {
            day: 14,
            by: "gus",
            says: "It is. I've filed it for the desktop team, it doesn't have to wait for this one.",
          },
        ],
      },
    ],
  },
];
