import type { Story } from "../story";

export const privacy: Story[] = [
  {
    kind: "idea",
    day: 292,
    by: "erik",
    title: "End-to-end encryption for chosen notebooks",
    body: [
      "I trust you. I don't trust everybody who may one day own your servers.",
      "Not for everything: search, sharing and the web app would suffer. But for the one notebook with contracts, health and family, I'd give all of that up.",
    ],
    tags: ["privacy"],
    votes: 33,
    since: [
      { day: 291, by: "ifeoma", says: "For lawyers this decides whether we may use Lumen at all." },
      {
        day: 288,
        by: "cleo",
        says: "What happens if I forget the password? I'm asking for my mother, and for me.",
        replies: [
          {
            day: 287,
            by: "erik",
            says: "Then it's gone, that's the point. A printed recovery key in a drawer solves it for most people.",
          },
          { day: 286, by: "cleo", says: "Only if the app *makes* me print it." },
        ],
      },
      {
        day: 271,
        by: "mona",
        to: "under_review",
        answer:
          "We take this seriously and are in no hurry to promise it. Encryption that is half right is worse than none. First step: somebody from outside is looking at what our sync would need.",
      },
      { day: 224, by: "asta", says: "Would search within such a notebook work on the device, at least?" },
      {
        day: 156,
        by: "ada",
        says: [
          "A short report, since this has been quiet. The review came back with three findings:",
          "1. Our sync can carry encrypted notes without change.\n2. Sharing such a notebook is the hard part, above all taking access away again.\n3. Search on the device works up to about 10,000 notes.",
          "We are now building a prototype without sharing. If it holds, we will plan it.",
        ],
      },
      {
        day: 155,
        by: "erik",
        says: "Without sharing is fine. Thank you for telling us something in the middle; most wait for the end.",
      },
      {
        day: 64,
        by: "tamar",
        says: "I'd rather have it later and reviewed than now. Journalists here have been burnt by the other order.",
      },
    ],
  },
  {
    kind: "idea",
    day: 312,
    by: "peter",
    title: "Sync over the local network, without the cloud",
    body: "Computer and tablet are in the same room. Why does a shopping list have to travel across the ocean and back?",
    tags: ["privacy", "offline"],
    votes: 12,
    since: [
      { day: 311, by: "erik", says: "Yes! Also quicker with large files." },
      {
        day: 305,
        by: "ravi",
        says: "Phones block this more with every version of their systems. I've tried it for another project and gave up.",
      },
      {
        day: 221,
        by: "mona",
        to: "declined",
        answer: [
          "We built this as an experiment last year and won't go on with it. In four of ten homes the devices couldn't see each other: guest networks, routers that keep them apart, phones that sleep. A sync that works in six of ten cases is one that you can't rely on.",
          "If what you'd like is that we can't read your notes, please have a look at the post about end-to-end encryption: that is the way we want to go.",
        ],
      },
      { day: 220, by: "peter", says: "A pity, but I do appreciate the numbers. My vote goes to the other one." },
    ],
  },
  {
    kind: "idea",
    day: 36,
    by: "ifeoma",
    title: "Keep older versions of a note for longer than thirty days",
    body: "A case takes two years. More than once I needed to know what a note said *before* a hearing, and the history ends after a month. I'd pay for a year, or ten.",
    votes: 14,
    since: [
      { day: 35, by: "wren", says: "One version per day after the first month would be enough for me." },
      {
        day: 33,
        by: "samir",
        says: "And the opposite, please: a way to have old versions deleted for good. We have to, by contract.",
        replies: [
          { day: 32, by: "ifeoma", says: "Good point. So a number of days that the owner of the notebook sets." },
        ],
      },
      { day: 12, by: "priya", says: "Found this after losing a paragraph that I had deleted five weeks ago. Five!" },
    ],
  },
];
