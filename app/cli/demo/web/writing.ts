import type { Story } from "../story";

export const writing: Story[] = [
  {
    kind: "bug",
    day: 10,
    by: "ben",
    title: "Undo moves the cursor to the top of the note",
    steps: "1. Open a note that is longer than one screen\n2. Paste a paragraph at the end\n3. `Ctrl+Z`",
    expected: "The paragraph goes, the cursor stays.",
    actual:
      "The paragraph goes, and I'm looking at the first line of the note. In a 6,000-word draft that is a long way back, about thirty times a day.",
    version: "2.14.0, web and desktop",
    tags: ["editor"],
    votes: 16,
    since: [
      { day: 9.5, by: "linh", says: "Only after pasting here. Undoing typed words is fine." },
      { day: 9.3, by: "wren", says: "Also after drag and drop of a paragraph." },
      {
        day: 9,
        by: "mona",
        to: "confirmed",
        answer:
          "We see it too: since 2.14 a paste counts as two steps, and the second one forgets the place. The fix is small and meant for 2.14.2.",
      },
      { day: 7, by: "ben", says: "2.14.1 still does it, as announced. Counting the days." },
    ],
  },
  {
    kind: "bug",
    day: 49,
    by: "wren",
    title: "Typing lags in notes of more than 20,000 words",
    body: "My novel is one note per part. Part two has 34,000 words, and the letters come half a second after the keys. With 10,000 words it's fine.",
    steps: "Open a very long note and type at the end of it.",
    expected: "Letters appear as I type.",
    actual: "They come in bursts. The fan of the laptop starts after a minute.",
    version: "2.13.1, desktop",
    tags: ["editor", "performance"],
    votes: 18,
    since: [
      {
        day: 48,
        by: "tomasz",
        says: [
          "I recorded it. Nearly all of the time goes into counting words, after every key:",
          "```\n  412 ms  countWords\n   31 ms  layout\n    6 ms  applyInput\n```",
          "With the bar at the bottom hidden, it is as quick as ever.",
        ],
        replies: [
          { day: 47.5, by: "wren", says: "Hiding the bar helps a lot! I can work again, thank you." },
          { day: 47, by: "mona", says: "What a present, thank you. That is our own 2.12 feature biting us." },
        ],
      },
      { day: 47, by: "mona", to: "confirmed" },
      {
        day: 21,
        by: "mona",
        to: "in_progress",
        answer:
          "Counting moves out of the way of typing: it will wait for a pause and count only what has changed. Until it is out, *View → Status bar* is the way around.",
      },
      { day: 8, by: "anjali", says: "My thesis is at 28,000 words and due in seven weeks. Watching this one closely." },
    ],
  },
  {
    kind: "idea",
    day: 341,
    by: "ravi",
    title: "Modal editing with the keys of vi",
    body: 'For those who have had it in their fingers for twenty years: normal mode, insert mode, `dw`, `ci"`, and the dot. An option, off by default.',
    tags: ["editor", "keyboard"],
    votes: 11,
    since: [
      { day: 340, by: "tomasz", says: "Yes please. I write notes in a terminal and paste them, only because of this." },
      {
        day: 338,
        by: "ifeoma",
        says: "I don't know what any of this means, and I worry about pressing a key by accident and being in it.",
        replies: [{ day: 337, by: "ravi", says: "That's what “off by default” is for. You would never see it." }],
      },
      {
        day: 322,
        by: "erik",
        says: "I've seen three apps try. It always ends at 80 %, and the missing 20 % are the ones in *my* fingers.",
      },
      {
        day: 250,
        by: "mona",
        to: "declined",
        answer: [
          "We have thought about this for a while, and we won't do it.",
          "Done well, it is a second editor: every feature that we add to the first would have to be thought through for the second one. Done badly, it disappoints exactly the people it is for, as @erik says. We would rather put that time into speed and into shortcuts that you can change.",
          "If you write in an editor of your own: the API can read and write notes as Markdown, and the folder sync of the desktop app does so without a line of code.",
        ],
      },
      { day: 249.5, by: "ifeoma", follows: "muted" },
      { day: 249, by: "tomasz", says: "Sad, but I'd rather read this than “under review” for another two years." },
      {
        day: 247,
        by: "ravi",
        says: "I disagree with “a second editor”. Nobody asked for all of it. Motions and operators would do, and there are libraries.",
        replies: [
          { day: 246, by: "erik", says: "And then somebody asks for macros. You, probably." },
          { day: 245.5, by: "ravi", says: "…fair." },
        ],
      },
      {
        day: 240,
        by: "milo",
        says: "I'm locking this one: everything has been said, some of it twice. Shortcuts that can be changed deserve a post of their own.",
      },
      { day: 239.8, by: "milo", locks: true },
    ],
  },
];
