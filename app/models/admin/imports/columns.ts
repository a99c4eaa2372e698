import { NotUnderstood } from "./not-understood";
import { plainName } from "./plain-name";

/** What a column may hold, and what other portals call it; the first name that a header has is taken. */
const aliases = {
  title: ["title", "post title", "headline", "titel", "العنوان", "name"],
  body: ["body", "details", "description", "post details", "content", "body markdown", "text", "beschreibung", "الوصف"],
  kind: ["kind", "type", "label"],
  status: ["status", "post status", "state"],
  board: ["board", "board name", "repo", "repository", "project", "category", "category name"],
  tags: ["tags", "labels"],
  author: ["author", "author name", "created by", "by", "full name", "your name", "user name", "name"],
  email: ["email", "author email", "user email", "email address", "your email", "mail"],
  created: [
    ...["created", "created at", "date", "post created", "created on", "created date", "date created", "created time"],
    ...["creation date", "timestamp", "submitted at", "submitted on", "submission date", "reported at", "erstellt am"],
    ...["erstellt", "datum", "التاريخ"],
  ],
  id: ["id", "post id", "source id"],
  url: ["url", "post url", "link"],
  number: ["number"],
  votes: [
    ...["votes", "vote count", "votes count", "number of votes", "upvotes", "upvote count", "total votes", "voters"],
    ...["vote", "likes", "+1", "thumbs up", "supporters", "supporter count", "score", "points", "stimmen", "punkte"],
    ...["الأصوات", "عدد الأصوات", "النقاط"],
  ],
} as const;

export type Field = keyof typeof aliases;

export const fields = Object.keys(aliases) as Field[];

/** Which column the person wants for a field, by its header; an empty name wants none. */
export type Wanted = Map<Field, string>;

export interface Understanding {
  header: string[];
  /** The place of each field's column, counted from 0; a field without a column is missing. */
  places: Partial<Record<Field, number>>;
}

/** Finds out what each column of a header holds. Throws {@link NotUnderstood} where a wanted one is missing. */
export function understandColumns(header: string[], wanted: Wanted = new Map()): Understanding {
  const names = header.map(plainName);
  const places: Understanding["places"] = {};
  for (const [field, column] of wanted) {
    if (column === "") continue;
    const place = names.indexOf(plainName(column));
    if (place < 0) throw new NotUnderstood({ code: "unknownColumn", column, header });
    places[field] = place;
  }
  const isFree = (place: number) => place >= 0 && !Object.values(places).includes(place);
  for (const field of fields) {
    if (wanted.has(field)) continue;
    const place = namesOf(field, names)
      .map((alias) => names.indexOf(plainName(alias)))
      .find(isFree);
    if (place !== undefined) places[field] = place;
  }
  return { header, places };
}

/** Headers by which a table is about people and not about ideas. */
const personal =
  /e?mail|phone|telefon|^timestamp$|^zeitstempel$|^(first|last|family|sur)name$|^company$|^firma$|بريد|هاتف/;
/** Columns that name a person, beside which a name is one of something else. */
const authors = ["author", "authorname", "createdby", "fullname", "yourname", "username"];

/**
 * The names that a field may have in such a table. A “name” beside somebody's address is a person, whose name must not
 * become a title for all to read; beside an author it is what the idea is called.
 */
function namesOf(field: Field, names: string[]): readonly string[] {
  const isOfPerson = names.some((name) => personal.test(name)) && !names.some((name) => authors.includes(name));
  const isOther = field === (isOfPerson ? "title" : "author");
  return isOther ? aliases[field].filter((alias) => alias !== "name") : aliases[field];
}

/** Reads `title=Summary,body=Text`; the fields may be called by any name that a header may give them. */
export function readWanted(text: string): Wanted {
  const wanted: Wanted = new Map();
  for (const pair of text.split(/,(?=[^,=]*=)/)) {
    const [name = "", ...column] = pair.split("=");
    const field = fieldOf(name);
    if (!field) throw new NotUnderstood({ code: "unknownField", name: name.trim() });
    wanted.set(field, column.join("=").trim());
  }
  return wanted;
}

/** The field that a name means. */
export function fieldOf(name: string): Field | undefined {
  return fields.find((some) => [some, ...aliases[some]].map(plainName).includes(plainName(name)));
}

/** The columns that nothing is taken from. */
export function ignoredColumns({ header, places }: Understanding): string[] {
  const used = Object.values(places);
  return header.filter((_, place) => !used.includes(place));
}
