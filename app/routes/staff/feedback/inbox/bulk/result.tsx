import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireId, requireMaintainer } from "~/http/guards.server";
import { findBulk } from "~/models/core/bulk/find-bulk.server";
import { DomainError } from "~/models/core/domain-error";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { postsInBulk } from "~/models/feedback/inbox/posts-in-bulk.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listTags } from "~/models/feedback/tags/queries.server";
import { useWords } from "~/ui/frame";
import { BulkResult } from "../../../bulk/bulk-result";
import { useChangeLabel } from "./change-label";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const id = requireId(args.params);
  const { db, words } = args.context;
  const [bulk, boards, tags] = await Promise.all([
    findBulk(db, postsInBulk, { viewer, id }),
    listBoards(db, viewer),
    listTags(db),
  ]);
  if (!bulk) throw new DomainError("notFound");
  return { head: { title: words.t("bulk.post.title"), isPrivate: true }, id, bulk, boards, tags };
}

export default function PostsResult() {
  const { t } = useWords();
  const { id, bulk, boards, tags } = useLoaderData<typeof loader>();
  const { change, items, ...about } = bulk;
  const say = useChangeLabel(boards, tags);
  return (
    <BulkResult
      noun="post"
      id={id}
      {...about}
      what={say(change)}
      undoHint={change.type === "move" ? t("bulk.post.undoHint") : undefined}
      items={items.map((item) => ({ ...item, path: postPath(item) }))}
    />
  );
}
