import type { Story } from "./story";

export const beta: Story[] = [
  {
    kind: "idea",
    day: 30,
    by: "linh",
    title: "Let us switch single experiments on and off",
    body: "The beta is all or nothing. I want to try the side-by-side view, but the new search isn't something I can work with yet.",
    votes: 6,
    since: [
      {
        day: 29,
        by: "tomasz",
        says: "A page with switches, as browsers have it, and a line about what is known to be broken.",
      },
      { day: 21, by: "mona", to: "under_review" },
    ],
  },
  {
    kind: "bug",
    day: 7,
    by: "cleo",
    title: "2.15 beta: the side-by-side view forgets its widths",
    steps: "1. Two notes side by side, left one third, right two thirds\n2. Quit and start again",
    expected: "One third, two thirds.",
    actual: "Half and half. On the web it is kept.",
    version: "2.15 beta 3, desktop",
    votes: 3,
    since: [
      { day: 6.6, by: "julia", says: "On my second screen only. On the laptop's own it remembers." },
      { day: 6, by: "mona", to: "confirmed" },
    ],
  },
];
