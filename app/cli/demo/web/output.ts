import type { Story } from "../story";

export const output: Story[] = [
  {
    kind: "idea",
    day: 97,
    by: "siobhan",
    title: "Export a notebook as EPUB",
    body: "My pupils read on whatever their family has: old tablets, e-readers, phones. A PDF is unreadable on half of those. An EPUB adapts itself.",
    tags: ["import-export", "reading"],
    votes: 15,
    since: [
      {
        day: 95,
        by: "hana",
        says: "Teacher here too, and the same story. I paste everything into another program just for this.",
      },
      {
        day: 89,
        by: "wren",
        says: "With a title page and chapters from the headings, this would let me send drafts to my readers. Oh, please.",
      },
      { day: 74, by: "mona", to: "under_review" },
      {
        day: 37,
        by: "mona",
        to: "planned",
        answer:
          "Planned: headings become chapters, pictures and footnotes come along, and you can set author and cover. We'll try it on e-readers that are ten years old, because that is who asked for it.",
      },
      {
        day: 36,
        by: "siobhan",
        says: "“Because that is who asked for it” — I've put this on the wall of the staff room.",
      },
    ],
  },
  {
    kind: "bug",
    day: 134,
    by: "peter",
    title: "Printing cuts off the last line of every page",
    body: "Printed on A4 from the desktop app. The lower half of the last line is missing on each page but the last.",
    version: "2.11.2, desktop",
    votes: 3,
    since: [
      {
        day: 133,
        by: "gus",
        says: "Sorry to hear that. Could you tell us the font and its size, and whether the preview looks right?",
      },
      { day: 131, by: "peter", says: "18 points, the serif one. The preview is fine, the paper isn't." },
      {
        day: 112,
        by: "mona",
        to: "not_reproducible",
        answer: [
          "We have printed the same text with these settings on four printers, on A4 and on Letter, and every line was whole. We suspect that the printer adds a margin of its own: *Fit to page* in its dialog might help.",
          "If it happens again, a photo of the sheet and of the print dialog would put us back on the track, and we will reopen this.",
        ],
      },
      {
        day: 110,
        by: "peter",
        says: "“Fit to page” did help. I'd still call it a workaround, but my letters are complete.",
      },
    ],
  },
];
