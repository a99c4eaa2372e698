import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgSequence,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { aboutExactlyOne } from "../../columns/subject";
import { posts } from "../feedback/posts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Counts up with every writing of a document, so that a copy elsewhere can be told from what is here now. */
export const searchVersions = pgSequence("search_versions");

/**
 * What something is found by: each post that lists show, apart from `posts`, so that voting never touches it. Written
 * in the transaction that changes what it says (app/models/core/search-index/write-documents.server.ts). A document is addressed
 * by kind and id of its subject, for which each kind has a foreign key of its own: exactly one is set. A primary key over all
 * kinds would have to be written into every document (docs/decisions/033).
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    postId: uuid()
      .unique()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** As ISO 639-1 names it; empty where nobody can tell. */
    language: text().notNull(),
    /** The words of the title, and the filters that `words` has. */
    title: tsvector().notNull(),
    /**
     * The title's words at weight A, the body's at B, those of duplicates at C, of comments at D; and what filters
     * ask for, as terms that nobody can write, such as `board=3`.
     */
    words: tsvector().notNull(),
    /** How many times over these hold each text: as it stands, and without the endings of each language that it may be in. */
    copies: smallint().notNull().default(2),
    version: bigint({ mode: "number" }).notNull(),
    /** Which version of our rules made this: see app/models/core/search-index/write-documents.server.ts. */
    rules: smallint().notNull().default(1),
  },
  (table) => [
    aboutExactlyOne("search_documents", table.postId),
    index("search_documents_title").using("gin", table.title).with({ gin_pending_list_limit: 256 }),
    index("search_documents_language").on(table.language),
    index("search_documents_words").using("gin", table.words).with({ gin_pending_list_limit: 512 }),
  ],
);

/**
 * Every term that posts are found by: words, words without their endings, words that hyphens hold together; and in how
 * many posts it stands, apart by who may see these. A count is never more than there are, and nought exactly where there
 * is none (app/models/core/search-index/vocabulary.server.ts), so that nobody learns a word of what is hidden from them.
 */
export const searchTerms = pgTable(
  "search_words",
  {
    word: text().primaryKey(),
    publicPosts: integer().notNull().default(0),
    membersPosts: integer().notNull().default(0),
    staffPosts: integer().notNull().default(0),
    /** As somebody wrote it: what typos are corrected to. */
    isWord: boolean().notNull().default(true),
    /** Of the version before, which writes it while it runs beside this one; to be dropped. */
    postCount: integer().notNull().default(1),
  },
  (table) => [
    index("search_words_spelling").using("gist", sql`${table.word} gist_trgm_ops(siglen=64)`).where(sql`is_word`),
    index("search_words_prefix").on(table.word.op("text_pattern_ops")),
  ],
);
