import type { PostKind } from "#db/schema/posts";
import type { Random } from "./random";

const things = [
  "invoices",
  "the dashboard",
  "saved filters",
  "the mobile app",
  "shared folders",
  "the calendar",
] as const;
const moreThings = [
  "attachments",
  "custom fields",
  "the weekly report",
  "keyboard shortcuts",
  "two-factor sign-in",
] as const;
const formats = ["CSV", "PDF", "Excel", "JSON", "Markdown", "an iCal feed"] as const;
const people = ["guests", "administrators", "our accountants", "new colleagues", "field staff", "auditors"] as const;
const faults = [
  "loses its place",
  "shows yesterday's numbers",
  "stays empty",
  "asks to sign in again",
  "freezes",
] as const;
const moments = ["after the last update", "on a slow connection", "with more than 500 rows", "in Firefox"] as const;

const ideaTitles: ((random: Random) => string)[] = [
  (random) => `Export ${thing(random)} as ${random.pick(formats)}`,
  (random) => `Let ${random.pick(people)} comment on ${thing(random)}`,
  (random) => `Search inside ${thing(random)}`,
  (random) => `Bulk edit for ${thing(random)} and ${thing(random)}`,
  (random) => `Remind ${random.pick(people)} when ${thing(random)} change`,
  (random) => `A read-only link to ${thing(random)} for ${random.pick(people)}`,
];

const sentences: ((random: Random) => string)[] = [
  (random) =>
    `We open ${thing(random)} about ${2 + random.below(40)} times a day, and every time it takes three steps.`,
  (random) => `Today ${random.pick(people)} ask us for ${random.pick(formats)} and we copy everything by hand.`,
  () => "It would be enough to have this in the settings, switched off by default.",
  (random) => `The workaround is to go through ${thing(random)}, which not everybody is allowed to see.`,
  (random) => `It happens ${random.pick(moments)}, and reloading the page does not always help.`,
  () => "I have asked support about it, and they sent me here to see who else needs it.",
  (random) => `Most of our ${20 + random.below(400)} people would notice the difference on the first morning.`,
  (random) => `Another product we tried did this with one button next to ${thing(random)}.`,
  () => "Please keep the old behaviour for those who have built their process around it.",
  (random) => `For ${random.pick(people)} this is the one reason why they still use a spreadsheet.`,
];

function thing(random: Random): string {
  return random.next() < 0.5 ? random.pick(things) : random.pick(moreThings);
}

const oneOf = (random: Random, phrases: ((random: Random) => string)[]): string =>
  phrases[random.below(phrases.length)]?.(random) ?? "";

export function title(kind: PostKind, random: Random): string {
  if (kind === "idea") return oneOf(random, ideaTitles);
  const subject = thing(random);
  return `${subject[0]?.toUpperCase()}${subject.slice(1)}: ${random.pick(faults)} ${random.pick(moments)}`;
}

export interface Text {
  markdown: string;
  html: string;
  excerpt: string;
}

/** So many paragraphs, every third of them a list. */
export function text(paragraphs: number, random: Random): Text {
  const blocks = Array.from({ length: paragraphs }, () => Array.from({ length: 3 }, () => oneOf(random, sentences)));
  const isList = (i: number) => i % 3 === 1;
  return {
    markdown: blocks
      .map((lines, i) => (isList(i) ? lines.map((line) => `- ${line}`).join("\n") : lines.join(" ")))
      .join("\n\n"),
    html: blocks.map((lines, i) => (isList(i) ? asList(lines) : `<p>${lines.join(" ")}</p>\n`)).join(""),
    excerpt: blocks.flat().join(" ").slice(0, 280),
  };
}

const asList = (lines: string[]): string => `<ul>\n${lines.map((line) => `<li>${line}</li>\n`).join("")}</ul>\n`;

export const sentence = (random: Random): string => oneOf(random, sentences);

const givenNames = ["Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas"] as const;
const familyNames = ["Adeyemi", "Bauer", "Costa", "Duarte", "Eriksen", "Fischer", "Garcia", "Haddad", "Ito"] as const;

export const personName = (random: Random): string => `${random.pick(givenNames)} ${random.pick(familyNames)}`;
