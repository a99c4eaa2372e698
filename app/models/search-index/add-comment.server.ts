import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { plainText } from "./plain-text";
import { vectorOf } from "./vector.server";
import { learnWords } from "./vocabulary.server";

/** Different words of one post that are searched; more would make each further comment dear. */
const mostWords = 4000;

/**
 * Adds a comment to what the post that shows it is found by, without reading all the others again; not one that
 * some who see the post may not see.
 */
export async function addComment(tx: Db, commentId: string): Promise<void> {
  const [comment] = await rows<{ id: string; html: string; language: string }>(
    tx,
    sql`select documents.post_id as id, comments.body_html as html, documents.language
      from comments join posts as homes on homes.id = comments.post_id
      join posts on posts.id = coalesce(homes.merged_into, homes.id)
      join boards as theirs on theirs.id = homes.board_id join boards on boards.id = posts.board_id
      join search_documents as documents on documents.post_id = posts.id
      where comments.id = ${commentId} and theirs.visibility <= boards.visibility`,
  );
  if (!comment) return;
  const text = plainText(comment.html);
  await tx.execute(sql`update search_documents
    set words = case when length(words) < ${mostWords}
        then words || ${vectorOf([{ text, weight: "D" }], comment.language)} else words end,
      version = nextval('search_versions')
    where post_id = ${comment.id}`);
  await learnWords(tx, [text]);
}
