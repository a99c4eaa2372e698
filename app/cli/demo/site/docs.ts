import type { Story } from "../story";

export const docs: Story[] = [
  {
    kind: "idea",
    day: 253,
    by: "sanne",
    title: "One page with every keyboard shortcut",
    body: "They are spread over a dozen pages. One table, to print and put next to the screen.",
    tags: ["keyboard"],
    votes: 5,
    since: [
      { day: 252, by: "hana", says: "Please as text and not as a picture. I want to search in it." },
      { day: 246, by: "mona", to: "planned" },
      {
        day: 238,
        by: "mona",
        to: "in_progress",
      },
      {
        day: 230,
        by: "mona",
        to: "shipped",
        release: "2.9",
        answer:
          "It's under *Help → Shortcuts*, in Lumen itself too: press `?` anywhere outside of a note. It prints on one sheet.",
      },
    ],
  },
  {
    kind: "bug",
    day: 71,
    by: "diego",
    title: "Search in the documentation finds nothing for words with a hyphen",
    steps: "Search for `if-match` or `end-to-end`.",
    expected: "The pages that contain it.",
    actual: "“No results”. Without the hyphen there are plenty.",
    tags: ["search"],
    votes: 3,
    since: [
      { day: 70, by: "mona", to: "confirmed" },
      {
        day: 63,
        by: "mona",
        to: "fixed",
        answer: "The hyphen was read as “without the following word”, as in some search engines. It is a hyphen now.",
      },
      { day: 62, by: "diego", says: "`if-match` is the first hit. 👍" },
    ],
  },
  {
    kind: "idea",
    day: 66,
    by: "mateo",
    title: "The documentation in Spanish and Portuguese",
    body: [
      "The app speaks Spanish, the documentation doesn't. My parents use Lumen because of me, and I am their documentation.",
      "I'd translate, and I know two others who would. What we'd need is a place to do it and somebody who tells us what has changed.",
    ],
    tags: ["languages"],
    votes: 13,
    since: [
      { day: 64, by: "rafael", says: "Conte comigo para o português. I've translated the help of two other apps." },
      {
        day: 60,
        by: "diego",
        says: "Spanish of Spain or of Latin America? I'd say one neutral version and no quarrel.",
      },
      {
        day: 54,
        by: "chloe",
        says: "I'd be careful with volunteers alone: the French pages of another app I use are three years old, and wrong is worse than English.",
        replies: [
          {
            day: 53,
            by: "mateo",
            says: "Hence “somebody who tells us what has changed”. With a date on each page one sees how old it is.",
          },
        ],
      },
      {
        day: 26,
        by: "beatriz",
        says: "Third volunteer for Portuguese. I do this for a living, so please hold me to deadlines.",
      },
    ],
  },
  {
    kind: "bug",
    day: 12,
    by: "asta",
    title: "The feed of the release notes shows every entry with today's date",
    actual: "My feed reader shows all forty entries as new, every morning.",
    expected: "The date of the release.",
    version: "Website",
    votes: 2,
  },
];
