import type { Story } from "../story";

export const faults: Story[] = [
  {
    kind: "bug",
    day: 13,
    by: "kwame",
    title: "The battery drains overnight since 2.14",
    body: "I go to bed with 80 % and get up with 35 %. The phone says that Lumen was busy in the background for 6 hours. Before the update it was 4 minutes.",
    actual: "About 5 % an hour with the screen off, flight mode doesn't change it.",
    version: "2.14.0, phone",
    pictures: [{ name: "battery", alt: "Battery of the last 14 hours: high from 23:00 on; Lumen took 61 % of it" }],
    votes: 27,
    since: [
      { day: 12.9, by: "milo", tags: ["performance", "offline"] },
      { day: 12.7, by: "cleo", says: "Same here, also with 2.14. On the tablet it's fine." },
      {
        day: 12.4,
        by: "mei",
        says: "Not for me. I have about forty notes, so perhaps it depends on the number?",
        replies: [
          { day: 12.2, by: "kwame", says: "2,300 notes here." },
          { day: 12.1, by: "cleo", says: "Around 5,000." },
        ],
      },
      {
        day: 12,
        by: "gus",
        says: "Thank you all. Could somebody with the problem send a report from *Settings → Help → Send diagnostics* in the morning, before opening a note?",
      },
      { day: 11.2, by: "mateo", says: "Sent, number 88213. I had 7 hours last night." },
      {
        day: 11,
        by: "mona",
        to: "confirmed",
        answer:
          "Found in the diagnostics: the new search index is built over and over again, because the phone puts us to sleep before it is finished. **Until the fix is out:** leave Lumen open once for ten minutes while charging, then the index gets done.",
      },
      { day: 10.4, by: "kwame", says: "The ten minutes helped. 78 % this morning." },
      {
        day: 4,
        by: "mona",
        to: "in_progress",
        answer:
          "The index is now built in small pieces and only while charging. It is in the hands of the testers and comes with 2.14.2.",
      },
    ],
  },
  {
    kind: "bug",
    day: 23,
    by: "erik",
    title: "The keyboard covers the last line on small phones",
    body: "I write my shopping list blind, so to speak: the line that I'm on is always the one that I can't see.",
    steps: "1. A note longer than the screen\n2. Tap at its very end\n3. Type",
    expected: "The line that I type is visible.",
    actual: "It is behind the keyboard. I have to scroll by hand after every line break.",
    version: "2.13.2, phone with a 4.7 inch screen",
    pictures: [
      { name: "keyboard-covers", alt: "A shopping list whose last line is behind the keyboard" },
      { name: "keyboard-wanted", alt: "The same list, moved up so that the line is seen" },
    ],
    votes: 9,
    since: [
      { day: 22, by: "beatriz", says: "Also in comments on shared notes." },
      {
        day: 20,
        by: "mona",
        to: "confirmed",
        answer:
          "Confirmed on two small devices: the bar above the keyboard isn't counted. Not in 2.14.2, which is only for the battery, but in the next one.",
      },
      {
        day: 11,
        by: "erik",
        says: "Understood. Making the text one size smaller hides the problem, in case it helps somebody.",
      },
    ],
  },
  {
    kind: "bug",
    day: 186,
    by: "hana",
    title: "After a phone call, Lumen forgets where I was reading",
    steps: "1. Read somewhere in the middle of a long note\n2. Take a call of a few minutes\n3. Go back",
    expected: "The same place.",
    actual: "The list of notes. And the note opens at the top.",
    version: "2.10.2, phone",
    tags: ["reading"],
    votes: 13,
    since: [
      { day: 185, by: "luca", says: "The camera does it too, when I photograph something for the very note I am in." },
      { day: 183, by: "mona", to: "confirmed" },
      { day: 178, by: "mona", to: "in_progress" },
      {
        day: 160,
        by: "mona",
        to: "fixed",
        release: "2.11",
        answer:
          "Lumen now writes down where you are every few seconds, and finds the place again even when the phone has thrown it out of memory.",
      },
      { day: 158, by: "hana", says: "Took three calls during one chapter, and it held. Thank you." },
    ],
  },
  {
    kind: "bug",
    day: 143,
    by: "thabo",
    title: "Crash when opening a shared notebook on an old phone",
    body: "The phone is ten years old and gets no more updates of its system. Own notebooks open, shared ones close the app at once.",
    version: "2.11.0, phone",
    tags: ["sharing"],
    votes: 3,
    since: [
      {
        day: 137,
        by: "mona",
        to: "wont_fix",
        answer: [
          "Shared notebooks need encryption that the system of this phone doesn't have, and we can't bring it along. It should of course not crash: from 2.12 on it will say so instead.",
          "The website does work on it, slowly but completely. I'm sorry that we have no better answer.",
        ],
      },
      { day: 136, by: "thabo", says: "Thought so. The website will do until I can afford another one." },
    ],
  },
  {
    kind: "bug",
    day: 0.9,
    by: "julia",
    title: "Voice memos stop after ten minutes",
    body: "Recording a lecture; at 10:00 it stops without a sound or a message. I noticed at the end.",
    version: "2.14.1, phone",
    votes: 2,
    since: [
      {
        day: 0.5,
        by: "gus",
        says: "That must not happen without a word, sorry about your lecture. Was the screen on or off?",
      },
    ],
  },
];
