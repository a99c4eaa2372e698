import { type SQL, sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { searchDocuments } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import { detectLanguages } from "../language.server";
import { type PostTexts, readTexts } from "../read-texts.server";
import type { Document, SearchKinds } from "../search-kind";
import type { WeighedText } from "../vector.server";

export const postDocuments = {
  post: {
    key: searchDocuments.postId,
    listed: sql`select posts.id from posts where posts.deleted_at is null and posts.merged_into is null`,
    documents: async (tx, ids) => (await readTexts(tx, list(ids))).map(documentOf),
    isSeenBy: (visibility) => sql`exists (select from posts join boards on boards.id = posts.board_id
      where posts.id = search_documents.post_id and boards.visibility = ${sql.raw(`'${visibility}'`)})`,
    async readVisibility(tx) {
      const boards = await rows<{ id: number; visibility: Visibility }>(tx, sql`select id, visibility from boards`);
      const visibilities = new Map(boards.map((board) => [`board=${board.id}`, board.visibility]));
      return (words) => visibilities.get(words.find((word) => visibilities.has(word)) ?? "") ?? "staff";
    },
  },
} satisfies SearchKinds;

function documentOf(post: PostTexts): Document {
  const weighed = (weight: WeighedText["weight"]) => (text: string) => ({ text, weight });
  return {
    id: post.id,
    title: weighed("A")(post.title),
    rest: [weighed("B")(post.body), ...post.duplicates.map(weighed("C")), ...post.comments.map(weighed("D"))],
    languages: detectLanguages(`${post.title}\n${post.body}`),
    filterTerms: filterTermsOf(post),
  };
}

const filterTermsOf = ({ boardId, kind, status, tagIds }: PostTexts): string[] => [
  `board=${boardId}`,
  `kind=${kind}`,
  `status=${status}`,
  ...tagIds.map((id) => `tag=${id}`),
];

const list = (ids: string[]): SQL =>
  sql`select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json)`;
