import { type SQL, sql } from "drizzle-orm";
import type { Touch } from "../../core/events/touches";
import { htmlVersion } from "../../core/text/markdown.server";

/** Something whose HTML was made by older rules, or that stayed plain. */
export type Old = Record<string, unknown> & {
  id: string;
  version: number;
  post_id: string | null;
  /** As they were written; of posts the body first, then what was seen and the steps, as excerpts are taken. */
  texts: string[];
};

export interface Kept extends Old {
  htmls: string[];
  excerpt: string;
  /** The version that it had. */
  before: number;
}

/**
 * What takes too long three times with the same rules is left alone until there are others: its version is -41, -42
 * and at last -43 where the rules have the version 4.
 */
const tries = 3;

export const versionAfterFailure = (version: number): number => Math.min(version, -htmlVersion * 10) - 1;

/** Not tried yet with the rules of today, or tried and to be tried again. */
export const which = {
  fresh: sql`html_version < ${htmlVersion}::int and html_version > ${-htmlVersion * 10}::int`,
  failed: sql`html_version < ${-htmlVersion * 10}::int and html_version > ${-htmlVersion * 10 - tries}::int`,
};

interface Kind {
  name: string;
  find(which: SQL, most: number): SQL;
  /** Nothing where somebody has changed the text meanwhile. */
  keep(one: Kept): SQL;
  /** Which kept pages show it. */
  touches(postIds: string[]): Touch[];
}

const ofPosts = (postIds: string[]): Touch[] => postIds.map((id): Touch => `post ${id}`);

const posts: Kind = {
  name: "post",
  find: (which, most) => sql`select id, html_version as version, id as post_id, json_build_array(body_markdown,
      coalesce(actual_markdown, ''), coalesce(steps_markdown, ''), coalesce(expected_markdown, '')) as texts
    from (select * from posts where ${which} limit ${most}::int) as posts
      left join bug_details on post_id = id`,
  keep: ({ id, before, version, excerpt, texts, htmls }) => sql`with kept as (
      update posts set body_html = ${htmls[0]}, excerpt = ${excerpt}, html_version = ${version}::int
      where id = ${id} and html_version = ${before}::int and body_markdown = ${texts[0]} returning id)
    update bug_details set actual_html = ${htmls[1]}, steps_html = ${htmls[2]}, expected_html = ${htmls[3]}
    from kept where post_id = kept.id`,
  touches: (postIds) => [...ofPosts(postIds), "lists"],
};

/** A table whose rows each have one text. */
function table(name: string, columns: { table: SQL; post: SQL; text: SQL; html: SQL }): Omit<Kind, "touches"> {
  const { table, post, text, html } = columns;
  return {
    name,
    find: (
      which,
      most,
    ) => sql`select id, html_version as version, ${post} as post_id, json_build_array(${text}) as texts
      from ${table} where ${which} limit ${most}::int`,
    keep: ({ id, before, version, texts, htmls }) => sql`update ${table}
      set ${html} = ${htmls[0]}, html_version = ${version}::int
      where id = ${id} and html_version = ${before}::int and ${text} = ${texts[0]}`,
  };
}

const body = { text: sql`body_markdown`, html: sql`body_html` };
const answer = { text: sql`answer_markdown`, html: sql`answer_html` };

const entries = table("entry", { table: sql`entries`, post: sql`null`, ...body });

/** An article has a text in each language. */
const articles: Kind = {
  name: "article",
  find: (which, most) => sql`select article_id || ' ' || language as id, html_version as version, null as post_id,
      json_build_array(body_markdown) as texts
    from article_texts where ${which} limit ${most}::int`,
  keep: ({ id, before, version, excerpt, texts, htmls }) => sql`update article_texts
    set body_html = ${htmls[0]}, excerpt = ${excerpt}, html_version = ${version}::int
    where article_id = split_part(${id}, ' ', 1)::uuid and language = split_part(${id}, ' ', 2)
      and html_version = ${before}::int and body_markdown = ${texts[0]}`,
  touches: () => ["help"],
};

export const outdated: Kind[] = [
  posts,
  { ...table("comment", { table: sql`comments`, post: sql`post_id`, ...body }), touches: ofPosts },
  { ...table("answer", { table: sql`moves`, post: sql`post_id`, ...answer }), touches: ofPosts },
  // Kept pages show no notes, and notes are not searched.
  { ...table("note", { table: sql`notes`, post: sql`null`, ...body }), touches: () => [] },
  { ...table("ticket message", { table: sql`ticket_messages`, post: sql`null`, ...body }), touches: () => [] },
  {
    ...entries,
    keep: (one) => sql`update entries
      set body_html = ${one.htmls[0]}, excerpt = ${one.excerpt}, html_version = ${one.version}::int
      where id = ${one.id} and html_version = ${one.before}::int and body_markdown = ${one.texts[0]}`,
    touches: () => ["all"],
  },
  articles,
];
