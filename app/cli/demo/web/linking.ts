import type { Story } from "../story";

export const linking: Story[] = [
  {
    kind: "idea",
    day: 396,
    by: "tomasz",
    title: "Link notes to each other with [[double brackets]]",
    body: [
      "Typing `[[` should offer my notes, and choosing one should make a link that survives renaming. At the bottom of a note I want to see who links to it.",
      "Half of the note apps have it, so people who come from there will try it on the first day.",
    ],
    tags: ["editor"],
    votes: 24,
    since: [
      {
        day: 395,
        by: "priya",
        says: "The second part is what I need. Links I can make already, but I never see them from the other side.",
      },
      {
        day: 391,
        by: "siobhan",
        says: "I don't want brackets all over my notes. Could it be a button as well?",
        replies: [
          {
            day: 390,
            by: "tomasz",
            says: "The brackets would disappear once the link is made, at least that's how I picture it.",
          },
        ],
      },
      {
        day: 370,
        by: "mona",
        to: "under_review",
        answer:
          "We like it and are finding out what it costs. The question that decides is what happens to links into notebooks that are shared with only some people.",
      },
      {
        day: 352,
        by: "ravi",
        says: "Please store the id of the note and not its title, so that the API can follow the links.",
      },
      {
        day: 330,
        by: "mona",
        to: "planned",
        answer:
          "Planned. Links hold the id and show the current title. Somebody who may not see the note at the other end sees the title as plain text, and nothing else.",
      },
      { day: 268, by: "mona", to: "in_progress" },
      {
        day: 230,
        by: "mona",
        to: "shipped",
        release: "2.9",
        answer: [
          "Type `[[` or choose *Insert → Link to a note*. *Linked from* stands at the bottom of every note, with the sentence around each link.",
          "Notes that came from an import have had their double brackets turned into real links where the title was found.",
        ],
      },
      {
        day: 229,
        by: "tomasz",
        says: "You even converted the imported ones. 1,900 links, about thirty not found, and those were my own typos.",
      },
      { day: 226, by: "aroha", says: "Used the button, never saw a bracket. Lovely." },
    ],
  },
  {
    kind: "idea",
    day: 61,
    by: "wren",
    title: "A button that copies the address of a note",
    body: "I send links to my own notes to myself all day. Open, select the address bar, copy. One button would do.",
    votes: 1,
    since: [
      {
        day: 60.6,
        by: "milo",
        says: "It's there, if a bit shy: click on the three dots next to the title, *Copy link*. Does that do it?",
      },
      { day: 60.3, by: "wren", says: "It does. I looked for it everywhere but there. Closing this." },
      { day: 60.2, by: "wren", closes: true },
    ],
  },
  {
    kind: "idea",
    day: 4,
    by: "seoyeon",
    title: "Open today's note in the morning",
    body: [
      "I keep one note per day. Every morning: new note, type the date, choose the template, move it to *Journal*.",
      "Lumen could do that when I open it for the first time on a day, and show me yesterday's open tasks underneath.",
    ],
    tags: ["editor"],
    votes: 8,
    since: [
      {
        day: 3.4,
        by: "ben",
        says: "As a choice, please. I open Lumen in the morning to go on with yesterday's text, not to look at an empty page.",
        replies: [{ day: 3.2, by: "seoyeon", says: "Of course. Off unless you switch it on." }],
      },
      {
        day: 2.1,
        by: "aroha",
        says: "The open tasks are what makes this worth it. Mine get lost on page two of last Tuesday.",
      },
    ],
  },
  {
    kind: "idea",
    day: 1.4,
    by: "priya",
    title: "Link documents to each other with [[double brackets]]",
    body: "As in a wiki. Renaming a document must not break what points to it.",
    votes: 1,
    since: [{ day: 1.2, by: "milo", into: "Link notes to each other with [[double brackets]]" }],
  },
];
