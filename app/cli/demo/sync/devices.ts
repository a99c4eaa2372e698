import type { Story } from "../story";

export const devices: Story[] = [
  {
    kind: "bug",
    day: 243,
    by: "grace",
    title: "Two devices, one note: the older edit wins",
    steps:
      "1. Edit a note on the laptop while it is offline\n2. Edit the same note on the phone, a few minutes later\n3. Bring the laptop online",
    expected: "Both edits, or at least the question which one I want.",
    actual:
      "The text from the laptop is there, the one from the phone is gone without a word. I lost the minutes of a meeting.",
    version: "2.8.3, desktop and phone",
    tags: ["offline"],
    votes: 21,
    since: [
      {
        day: 242.6,
        by: "milo",
        says: "I'm sorry, Grace. We've looked: the version from the phone is still in our backups. Gus is writing to you.",
      },
      {
        day: 242.5,
        by: "mona",
        to: "confirmed",
        answer: "Confirmed, and at the top of our list. Nothing else goes out before this.",
      },
      { day: 242, by: "grace", says: "Got my minutes back. Thank you for being quick and honest about it." },
      {
        day: 241,
        by: "tomasz",
        says: "My guess is that you compare the clocks of the devices. Mine are three minutes apart.",
        replies: [{ day: 240, by: "mona", says: "A good guess. It's the time of upload, which is worse." }],
      },
      { day: 238, by: "mona", to: "in_progress" },
      {
        day: 216,
        by: "mona",
        to: "fixed",
        release: "2.9.2",
        answer:
          "Edits in different paragraphs are now merged. Where the same paragraph was changed twice, both versions stay in the note, one below the other, and you choose.",
      },
      {
        day: 214,
        by: "ravi",
        says: "It still happens through the API: `PUT /notes/:id` overwrites a merge that isn't finished.",
      },
      {
        day: 213,
        by: "mona",
        to: "confirmed",
        answer: "@ravi is right. We had only looked at our own apps. Open again.",
      },
      { day: 210, by: "mona", to: "in_progress" },
      {
        day: 190,
        by: "mona",
        to: "fixed",
        release: "2.10.1",
        answer: [
          "The API asks for the version that you have read and refuses to overwrite a newer one:",
          '```http\nPUT /v2/notes/8f31\nIf-Match: "41"\n\n412 Precondition Failed\n```',
          "Clients that send no `If-Match` get a merge instead.",
        ],
      },
      { day: 188, by: "ravi", says: "`412` is what I hoped for. Closing my workaround." },
    ],
  },
  {
    kind: "bug",
    day: 27,
    by: "samir",
    title: "The sync status says “up to date” while I am offline",
    actual:
      "No network for two hours, and still the green tick and *Up to date, just now*. I closed the laptop and believed it.",
    expected: "“Offline, 3 changes waiting” or so.",
    version: "2.13.2, desktop",
    tags: ["offline"],
    votes: 7,
    since: [
      { day: 26, by: "beatriz", says: "The web app says it right. It's only the desktop app." },
      {
        day: 24,
        by: "mona",
        to: "confirmed",
        answer:
          "Confirmed. The tick meant “nothing has failed”, which isn't what anybody reads into it. It will count what is waiting.",
      },
    ],
  },
  {
    kind: "bug",
    day: 5,
    by: "luca",
    title: "After waking up, the laptop syncs only when Lumen is restarted",
    steps: "1. Close the lid with Lumen open\n2. Open it an hour later, in another network",
    expected: "New notes arrive within a minute.",
    actual: "Nothing arrives until I quit and start Lumen. *Sync now* says “Waiting for the network”.",
    version: "2.14.1, desktop",
    tags: ["offline"],
    votes: 7,
    since: [
      { day: 4.5, by: "diego", says: "Only when the network is another one. Same office, same wifi: fine." },
      { day: 4, by: "asta", says: "A VPN going up or down does it too." },
      {
        day: 3.1,
        by: "gus",
        says: "Diego, Ásta: very helpful, that's probably one and the same cause. We're trying it here.",
      },
    ],
  },
  {
    kind: "idea",
    day: 39,
    by: "grace",
    title: "Choose which notebooks stay on this device",
    body: [
      "My laptop has 128 GB and my team's notebooks have 90. On field trips I need three of them, complete with files, and none of the others.",
      "A tick per notebook: *keep on this device*. And a line that says how much room it takes.",
    ],
    tags: ["offline"],
    votes: 30,
    since: [
      { day: 38, by: "kwame", says: "The other way round as well: these notebooks never on my phone." },
      { day: 36, by: "thabo", says: "With the last thirty days as a choice? Old lectures I only need before exams." },
      { day: 33, by: "mona", to: "under_review" },
      {
        day: 19,
        by: "mona",
        to: "planned",
        answer: [
          "Planned. Each notebook on each device will have one of three settings:",
          "1. **Keep here**, files included\n2. **Text only**, files when opened\n3. **Not here**",
          "Room is shown for each of them. Rules such as “the last thirty days” come later, if the three don't do.",
        ],
      },
      { day: 18, by: "grace", says: "“Text only” is clever. That covers two thirds of ours." },
    ],
  },
];
