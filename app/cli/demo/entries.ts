import type { Words } from "./story";

/** What the team told everybody once it was there. */
export interface EntryStory {
  /** How many days ago it was published; drafts were begun then. */
  day: number;
  isDraft?: true;
  title: string;
  body: Words;
  labels: ("new" | "improved" | "fixed")[];
  /** Titles of the posts that it brought. */
  brings: string[];
}

/** In order. */
export const entryStories: EntryStory[] = [
  {
    day: 229,
    title: "Lumen 2.9: link your notes",
    body: [
      "Type `[[` and choose a note. The link follows when you rename it, and every note shows at its foot **who links to it**.",
      "Links to notes that do not exist yet are dashed; a click makes the note.",
    ],
    labels: ["new"],
    brings: ["Link notes to each other with [[double brackets]]"],
  },
  {
    day: 204,
    title: "Lumen 2.10: easy on the eyes",
    body: [
      "A dark theme, as so many of you asked. It follows your system unless you choose otherwise under *Settings → Looks*.",
      "- Code is coloured for dark, too\n- Printed pages stay light\n- Pictures with white backgrounds are toned down",
    ],
    labels: ["new"],
    brings: ["A dark theme that follows the system"],
  },
  {
    day: 117,
    title: "Lumen 2.12: counting words",
    body: "Select some text, and the bar at the bottom says how many words it has and how long it takes to read.",
    labels: ["new", "improved"],
    brings: ["Count the words of a selection, and tell how long it takes to read"],
  },
  {
    day: 17,
    title: "Lumen 2.14: bring your folders",
    body: [
      "Import a whole folder of Markdown files, **with their pictures**. What could not be read is listed at the end, file by file.",
      "> Nothing is overwritten: a note that exists already gets a number behind its name.",
    ],
    labels: ["new", "fixed"],
    brings: ["Import a folder of Markdown files with its pictures", "Photos are uploaded twice on a slow connection"],
  },
  {
    day: 2,
    isDraft: true,
    title: "Folders in colours",
    body: "Each folder can have a colour of its own.",
    labels: ["improved"],
    brings: [],
  },
];
