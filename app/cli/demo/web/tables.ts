import type { Story } from "../story";

export const tables: Story[] = [
  {
    kind: "bug",
    day: 87,
    by: "grace",
    title: "Pasting from a spreadsheet loses the first row",
    body: "We keep our figures in a spreadsheet and paste a part of them into the minutes. Since the last update a row is missing.",
    steps: "1. Select a range in a spreadsheet, four columns and ten rows\n2. Copy\n3. Paste into a note",
    expected: "A table with ten rows.",
    actual: "Nine. The first row becomes an empty header.",
    version: "2.12.1, web",
    tags: ["editor", "import-export"],
    votes: 7,
    since: [
      {
        day: 86,
        by: "diego",
        says: [
          "It depends on where it comes from. I tried three:",
          "| Copied from | First row | Formulas |\n| --- | --- | --- |\n| desktop spreadsheet | **lost** | as values |\n| online spreadsheet | there | as values |\n| CSV opened in the desktop one | **lost** | none |",
          "So I'd look at what the desktop one puts on the clipboard.",
        ],
        replies: [{ day: 85.5, by: "mona", says: "That table is worth a day of work to us. Thank you." }],
      },
      { day: 85, by: "mona", to: "confirmed" },
      { day: 77, by: "mona", to: "in_progress" },
      {
        day: 68,
        by: "mona",
        to: "fixed",
        release: "2.13",
        answer:
          "Some spreadsheets mark the first row as repeated on every page, and we took that for a header without content. Ten rows are ten rows again.",
      },
    ],
  },
  {
    kind: "idea",
    day: 9,
    by: "grace",
    title: "Sort a table by clicking on its header",
    body: [
      "Our partner list is a table of sixty rows in a note. New partners are added at the bottom, and we look for them by name.",
      "I know that Lumen is not a spreadsheet. Sorting is the one thing that we go back to one for.",
    ],
    tags: ["editor"],
    flags: ["sent_fast"],
    votes: 6,
    since: [
      {
        day: 8,
        by: "kwame",
        says: "Sorting for the eye only, or changing the order in the note? I'd want the second, so that the print-out has it too.",
      },
      { day: 7.5, by: "grace", says: "The second for me as well." },
      { day: 6, by: "erik", says: "Next: sums. Then: charts. I like that Lumen is *not* a spreadsheet." },
    ],
  },
  {
    kind: "bug",
    day: 2,
    by: "amara",
    title: "Code loses its indentation when it is copied out of a note",
    body: "Half of my work is sending snippets to people, and in Python the indentation is the program.",
    steps:
      "1. A note with a code block, indented with tabs\n2. Select part of the block, copy\n3. Paste into any chat or mail",
    expected: "Indented as in the note.",
    actual: "Every line starts at the left. With spaces instead of tabs it works.",
    version: "2.14.1, desktop",
    tags: ["editor", "developers"],
    votes: 2,
    since: [
      {
        day: 1.2,
        by: "ravi",
        says: "Same on the web, but only with a selection. *Copy code* in the corner of the block keeps the tabs.",
      },
    ],
  },
];
