import type { SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import type { Visibility } from "#db/schema/feedback/boards";
import type { WeighedText } from "./vector.server";

/** A search document: the texts of one subject, and what filters ask for. */
export interface Document {
  id: string;
  title: WeighedText;
  /** What else it says. */
  rest: WeighedText[];
  /** In which it may be, the likest first. */
  languages: string[];
  /** What filters ask for, as words that no text has. */
  filterTerms: string[];
}

/** What is found by search documents of one kind; each stands in a file of ./kinds. */
export interface SearchKind {
  /** The column of `search_documents` that names the subject. */
  key: PgColumn;
  /** A query of the `id` of every subject that is to be found, whoever looks. */
  listed: SQL;
  /** The documents of some subjects as they are now; none for those that are not to be found. */
  documents(tx: Db, ids: string[]): Promise<Document[]>;
  /** Whether it is those who see boards of this visibility that see a row of `search_documents` of this kind; without parameters. */
  isSeenBy(visibility: Visibility): SQL;
  /** Whom the words of a document say it is for: its subject may be for others by now. */
  readVisibility(tx: Db): Promise<(words: string[]) => Visibility>;
}

/** What a file of ./kinds exports, by the name of its kind. */
export type SearchKinds = Record<string, SearchKind>;
