import { type SQL, sql } from "drizzle-orm";
import { ago, idOf } from "./numbers";

/** All in one section, each in two languages, read every day; what is written of the first is not all shown. */
export const articles = (staffId: string, numbers: SQL): SQL[] => [
  sql`insert into articles (id, section_id, position, language, author_id, owner_id, review_on, created_at)
    select ${idOf("article")}, 1, i, 'en', ${staffId}, ${staffId}, current_date, ${ago("1 minute")} from ${numbers}`,
  sql`insert into article_texts (article_id, language, title, slug, body_markdown, body_html, html_version, excerpt, wordings,
      version, translation_of, published_at, changed_at)
    select ${idOf("article")}, language, 'Answer ' || i, 'answer-' || i, '## So', '<h4>So</h4>', 1, 'So it is done.',
      array['how is it done'], 1, case language when 'de' then 1 end, ${ago("1 minute")}, now()
    from ${numbers}, unnest(array['en', 'de']) as language`,
  sql`insert into article_versions (article_id, language, version, title, body_markdown, published_by, published_at)
    select ${idOf("article", 1)}, 'en', i, 'Answer 1', '## So', ${staffId}, ${ago("1 minute")} from ${numbers}`,
  sql`insert into article_drafts (article_id, language, title, slug, body_markdown, saved_by, saved_at)
    select ${idOf("article")}, 'en', 'Answer ' || i, 'answer-' || i, '## So', ${staffId}, ${ago("1 minute")} from ${numbers}`,
  sql`insert into article_reads (article_id, day, count) select ${idOf("article")}, current_date, i from ${numbers}`,
  sql`insert into article_popularity (article_id, heat) select ${idOf("article")}, i from ${numbers}`,
];
