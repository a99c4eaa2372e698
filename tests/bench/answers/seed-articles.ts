import type { Sql } from "postgres";
import { v7 as uuid } from "uuid";
import type { Faq } from "./read-sets";

const atOnce = 500;

/** So many articles that are shown: those of a set again and again, each with a name of its own in its title. */
export async function seedArticles(sql: Sql, set: Faq, count: number): Promise<void> {
  const author = uuid();
  await sql`insert into users (id, email, name, handle, role)
    values (${author}, 'author@example.com', 'Author', 'author', 'maintainer')`;
  const [section] = await sql<{ id: number }[]>`select id from help_sections order by position limit 1`;
  for (let from = 0; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => articleOf(set, from + i));
    await sql`insert into articles (id, section_id, position, language, author_id)
      select id, ${section?.id ?? 0}, position, 'en', ${author}
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as one (id uuid, position int)`;
    await sql`insert into article_texts (article_id, language, title, slug, body_markdown, body_html, html_version, excerpt, version,
        published_at, changed_at)
      select id, 'en', title, 'article', body, html, 1, left(body, 200), 1, now(), now()
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as one (id uuid, title text, body text, html text)`;
  }
  await sql`vacuum analyze`.simple();
}

function articleOf(set: Faq, i: number) {
  const { question, answers } = set[i % set.length] ?? { question: "", answers: [] };
  const round = Math.floor(i / set.length);
  const title = round === 0 ? question : `${question} (${nameOf(round)})`;
  const body = answers.join("\n\n");
  return {
    id: uuid(),
    position: i + 1,
    title,
    body,
    html: answers.map((answer) => `<p>${escaped(answer)}</p>`).join(""),
  };
}

/** A word that nobody asks for. */
const nameOf = (round: number): string => `edition${String.fromCharCode(97 + (round % 26))}${round}`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
