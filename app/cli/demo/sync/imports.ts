import type { Story } from "../story";

export const imports: Story[] = [
  {
    kind: "idea",
    day: 136,
    by: "aroha",
    title: "Import a folder of Markdown files with its pictures",
    body: [
      "Eleven years of notes, 3,400 files in folders, pictures next to them. The import takes the text and drops the pictures, and all folders end up in one notebook.",
      "I'd like: folders become notebooks, `![](img/pear.jpg)` shows the pear, and the date of the file is the date of the note.",
    ],
    tags: ["import-export"],
    votes: 16,
    since: [
      { day: 135, by: "linh", says: "And the block of `tags:` at the top of the file." },
      {
        day: 131,
        by: "mateo",
        says: "A dry run first, please: “3,400 notes, 212 pictures, 3 not found”. Then I decide.",
        replies: [{ day: 130, by: "aroha", says: "Yes! I've cleaned up after one import too many." }],
      },
      { day: 122, by: "mona", to: "under_review" },
      { day: 91, by: "mona", to: "planned" },
      { day: 58, by: "mona", to: "in_progress" },
      {
        day: 18,
        by: "mona",
        to: "shipped",
        release: "2.14",
        answer: [
          "*Import → Folder* does what you asked for: folders become notebooks, pictures and dates come along, the block at the top is read for tags.",
          "You get a list of what will happen before anything does, and *Undo import* for a week afterwards.",
        ],
      },
      {
        day: 16,
        by: "aroha",
        says: "3,412 notes, 9 pictures not found. I checked: they were missing years ago already.",
        edited: {
          day: 15.5,
          says: "3,412 notes in four minutes, 9 pictures not found. I checked: they had been missing in the folder for years. Thank you, this was the last thing that kept me in the old app.",
        },
      },
    ],
  },
  {
    kind: "bug",
    day: 79,
    by: "mei",
    title: "Tags are there twice after an import",
    body: "I imported my notebook a second time by mistake. Now I have *recipe* and *recipe*, each on half of the notes.",
    version: "2.12.1, web",
    tags: ["import-export"],
    votes: 2,
    since: [
      {
        day: 78,
        by: "gus",
        says: "That shouldn't be possible. Could it be that one of them ends with a space, or uses another kind of “e”?",
      },
      { day: 77, by: "mei", says: "I've merged them by hand in the meantime, so I can't look any more. Sorry." },
      {
        day: 66,
        by: "mona",
        to: "not_reproducible",
        answer:
          "We imported the same file twice in every way we could think of and got each tag once. Should it come back: please don't merge them yet, and tell us. Two minutes in your account (only if you agree) would show us what the difference is.",
      },
    ],
  },
];
