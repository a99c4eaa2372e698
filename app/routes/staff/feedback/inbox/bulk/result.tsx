import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireId, requireMaintainer } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { findBulkAction } from "~/models/feedback/inbox/find-bulk.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listTags } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../../staff-page";
import { useChangeLabel } from "./change-label";
import { VerdictBadge } from "./verdict-badge";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const id = requireId(args.params);
  const { db, words } = args.context;
  const [bulk, boards, tags] = await Promise.all([
    findBulkAction(db, viewer, id),
    listBoards(db, viewer),
    listTags(db),
  ]);
  if (!bulk) throw new DomainError("notFound");
  return { head: { title: words.t("bulk.title"), isPrivate: true }, id, bulk, boards, tags };
}

export default function BulkResult() {
  const { t, number, moment } = useWords();
  const { id, bulk, boards, tags } = useLoaderData<typeof loader>();
  const say = useChangeLabel(boards, tags);
  const changed = bulk.posts.filter(({ verdict }) => verdict === "changed").length;
  const restored = bulk.posts.filter(({ undoVerdict }) => undoVerdict === "changed").length;
  return (
    <StaffPage current="inbox">
      <section aria-labelledby="bulk" className="mt-6">
        <h2 id="bulk" className="text-lg">
          {say(bulk.change)}
        </h2>
        <p className="mt-1 text-sm text-muted">
          <bdi>{bulk.by}</bdi>, <time dateTime={bulk.createdAt}>{moment(bulk.createdAt)}</time>
        </p>
        <p role="status" className="mt-3 font-medium">
          {bulk.undoneAt
            ? t("bulk.restored", { count: restored, posts: number(restored) })
            : t("bulk.changed", { count: changed, posts: number(changed) })}
        </p>
        <ul className={`${card} mt-4 divide-y divide-line`}>
          {bulk.posts.map((post) => (
            <li key={post.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <a href={postPath(post)} dir="auto" className="min-w-0 grow basis-56 no-underline hover:text-accent">
                {post.title}
              </a>
              <VerdictBadge verdict={post.undoVerdict ?? post.verdict} when={post.undoVerdict ? "undone" : "after"} />
            </li>
          ))}
        </ul>
        {!bulk.undoneAt && changed > 0 && (
          <form method="post" action={`/staff/inbox/bulk/${id}/undo`} className="mt-4 space-y-2">
            {bulk.change.type === "move" && <p className="text-sm text-muted">{t("bulk.undoHint")}</p>}
            <button type="submit" className={button("quiet")}>
              {t("bulk.undo")}
            </button>
          </form>
        )}
        <p className="mt-6">
          <a href="/staff/inbox" className="text-accent underline">
            {t("bulk.back")}
          </a>
        </p>
      </section>
    </StaffPage>
  );
}
