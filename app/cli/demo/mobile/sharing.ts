import type { Story } from "../story";

export const sharing: Story[] = [
  {
    kind: "idea",
    day: 382,
    by: "aroha",
    title: "Save a web page to Lumen from the share menu",
    body: [
      "I find things on the phone and read them in the evening on the tablet. At the moment I mail the address to myself.",
      "Share → Lumen → done. With the text of the page if possible, so that it's still there when the page is not.",
    ],
    tags: ["sharing", "reading"],
    votes: 19,
    since: [
      { day: 381, by: "hana", says: "The text, definitely. Links rot." },
      {
        day: 377,
        by: "peter",
        says: "And without the boxes, banners and videos around it.",
        replies: [{ day: 376, by: "aroha", says: "Especially without those." }],
      },
      { day: 356, by: "mona", to: "planned" },
      { day: 301, by: "mona", to: "in_progress" },
      {
        day: 265,
        by: "mona",
        to: "shipped",
        release: "2.8",
        answer:
          "Lumen is in the share menu. It keeps the address, the title and the readable part of the page; hold the icon to choose notebook and tags before saving.",
      },
      {
        day: 263,
        by: "erik",
        says: "Works, and quickly. With pages behind a login it saves the login page, which I suppose is inevitable?",
        replies: [
          {
            day: 262,
            by: "gus",
            says: "It is: Lumen fetches the page afresh and isn't signed in there. Select the text and share that, it is kept as it is.",
          },
        ],
      },
    ],
  },
  {
    kind: "bug",
    day: 109,
    by: "mateo",
    title: "Photos are uploaded twice on a slow connection",
    steps:
      "1. Take a photo into a note on a weak mobile connection\n2. Put the phone to sleep before the upload is done\n3. Wake it later",
    expected: "One photo.",
    actual: "Two of the same. My data plan is 3 GB, so it does matter.",
    version: "2.12.0, phone",
    tags: ["performance"],
    votes: 5,
    since: [
      { day: 108, by: "thabo", says: "Same. I found one photo five times after a day in the mountains." },
      { day: 107, by: "mona", to: "confirmed" },
      { day: 104, by: "mona", to: "in_progress" },
      {
        day: 99,
        by: "mona",
        to: "fixed",
        release: "2.12.1",
        answer:
          "An interrupted upload now goes on where it stopped instead of beginning again. Doubles that are already there can be removed under *Settings → Storage → Find duplicates*.",
      },
      { day: 98, by: "mateo", says: "340 MB of duplicates gone. ¡Gracias!" },
    ],
  },
  {
    kind: "idea",
    day: 14,
    by: "linh",
    title: "Swipe a note to archive it",
    body: "Archiving takes three taps: dots, *Move*, *Archive*. I do that for every receipt. Swiping to the left does nothing yet.",
    votes: 5,
    since: [
      { day: 13, by: "julia", says: "With an undo at the bottom, please. I swipe by accident on the bus." },
      {
        day: 12.5,
        by: "cleo",
        says: "And the direction has to follow the language. In Arabic “left” is the way forward.",
      },
    ],
  },
];
