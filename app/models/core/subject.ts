/** The columns by which a row names what it is about. In a table each is a nullable foreign key (db/columns/subject.ts). */
interface SubjectKeys {
  postId: string;
  entryId: string;
  roadmapId: number;
  editionId: string;
  ticketId: string;
  articleId: string;
}

/** What something is about: one of these, and no other beside it. */
export type Subject = {
  [Key in keyof SubjectKeys]: Pick<SubjectKeys, Key> & { [Other in Exclude<keyof SubjectKeys, Key>]?: never };
}[keyof SubjectKeys];
