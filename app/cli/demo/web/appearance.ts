import type { Story } from "../story";

export const appearance: Story[] = [
  {
    kind: "idea",
    day: 418,
    by: "ben",
    title: "A dark theme that follows the system",
    body: [
      "I write from nine in the evening until my editor stops calling. On a white page that is like staring into a lamp.",
      "What would do:",
      "- follows the setting of the system, without a switch to remember\n- a *dark grey*, please, not pitch black\n- pictures in notes stay as they are",
    ],
    tags: ["reading", "accessibility"],
    pictures: [{ name: "dark-mock-up", alt: "A mock-up of a note with two photos on a dark ground" }],
    votes: 28,
    since: [
      {
        day: 417,
        by: "cleo",
        says: "Yes to dark grey. White text on pure black smears on my screen when I scroll.",
        replies: [
          { day: 416.5, by: "tomasz", says: "On mine, pure black is what saves the battery. A third choice then?" },
          { day: 416, by: "cleo", says: "Fine with me, as long as it isn't the default." },
        ],
      },
      {
        day: 409,
        by: "olga",
        says: "Please don't forget the highlights. Yellow marker on dark grey with light text is unreadable in every app I have tried.",
      },
      { day: 402, by: "mona", to: "under_review" },
      {
        day: 361,
        by: "mona",
        to: "planned",
        answer: [
          "We will do this, and do it properly: every colour in Lumen gets a light and a dark value, highlights included. Thank you @olga for the reminder; we had indeed forgotten them.",
          "It follows the system unless you choose otherwise. We don't plan a third, pure black theme for now.",
        ],
      },
      { day: 290, by: "peter", says: "Any news? My eyes aren't getting younger." },
      {
        day: 288,
        by: "mona",
        says: "Half of the screens are done. The editor is the hard half, so: two or three more releases.",
      },
      { day: 262, by: "mona", to: "in_progress" },
      {
        day: 205,
        by: "mona",
        to: "shipped",
        release: "2.10",
        answer: [
          "The dark theme is here, on the web, on the desktop and on phones.",
          "It follows your system; *Settings → Appearance* has a switch if you want to decide yourself. Highlights have their own dark colours, and we measured the contrast of every one of them.",
        ],
      },
      { day: 204, by: "ben", says: "Wrote until two last night and didn't notice. That is the review." },
      {
        day: 201,
        by: "erik",
        says: "Good work. One thing: the print preview is dark as well, which gave me a fright and nearly cost me a cartridge.",
        replies: [{ day: 200, by: "milo", says: "Ouch. That one is fixed in 2.10.1, out on Thursday." }],
      },
    ],
  },
  {
    kind: "idea",
    day: 198,
    by: "wren",
    title: "Count the words of a selection, and tell how long it takes to read",
    body: "Editors pay by the word and audiences think in minutes. The count at the bottom is for the whole note; I select a chapter and paste it somewhere else to know how long it is.",
    tags: ["editor"],
    votes: 10,
    since: [
      {
        day: 196,
        by: "siobhan",
        says: "Essays with a limit of 1,500 words *without* the quotations. I'd use this every week.",
      },
      {
        day: 190,
        by: "yuki",
        says: "For Japanese, please count characters, not words. The count now says that my article of 4,000 characters has 61 words.",
      },
      { day: 176, by: "mona", to: "planned" },
      { day: 141, by: "gus", says: "@yuki this comes along: in texts without spaces Lumen will count characters." },
      { day: 140, by: "mona", to: "in_progress" },
      {
        day: 118,
        by: "mona",
        to: "shipped",
        release: "2.12",
        answer:
          "Select something, and the bar at the bottom counts only that: words, characters and minutes to read. Click on it to choose which one you want to see. Quotations can be left out.",
      },
      { day: 117, by: "wren", says: "Leaving out quotations is such a small thing and nobody else has it. Thank you!" },
    ],
  },
];
