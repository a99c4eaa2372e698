import type { ReactNode } from "react";
import { mayTriage } from "~/models/core/users/policy";
import type { Board } from "~/models/feedback/boards/queries.server";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { AssignForm } from "./assign-form";
import { FreshdeskPart } from "./freshdesk/freshdesk-part";
import { Judgements } from "./judgements";
import type { PostData } from "./load-post.server";
import { MoveForm } from "./move-form";

interface Props {
  post: PostData["post"];
  boards: Board[];
  tags: Tag[];
  judgements: PostData["judgements"];
  tickets: PostData["tickets"];
  assignee: PostData["assignee"];
  team: PostData["team"];
  savedReplies: PostData["savedReplies"];
}

/** What the team can do with a post; nobody else sees it, and every command asks again. */
export function StaffPanel({ post, boards, tags, judgements, tickets, assignee, team, savedReplies }: Props) {
  const { viewer, words } = useFrame();
  const { t, number } = words;
  const path = `/posts/${post.number}`;
  if (post.deletedAt) {
    return (
      <section className={`${card} p-4`} aria-label={t("staffPanel.heading")}>
        <Toggle action={`${path}/delete`} on={false} label={t("staffPanel.restore")} />
      </section>
    );
  }
  if (post.mergedInto) return null;
  return (
    <section aria-label={t("staffPanel.heading")} className={`${card} divide-y divide-line`}>
      {mayTriage(viewer) && (
        <Part label={t("staffPanel.move")}>
          <MoveForm post={post} hasTickets={(tickets?.links.length ?? 0) > 0} savedReplies={savedReplies} />
        </Part>
      )}
      <Part
        label={t(assignee ? "assignment.to" : "assignment.label", { name: assignee?.name ?? t("people.nameless") })}
      >
        <AssignForm number={post.number} assignee={assignee} team={team} />
      </Part>
      <Part label={t("staffPanel.tags")}>
        <TagForm post={post} tags={tags} />
      </Part>
      {mayTriage(viewer) && boards.length > 1 && (
        <Part label={t("staffPanel.board")}>
          <BoardForm post={post} boards={boards} />
        </Part>
      )}
      {tickets && (
        <Part label={t("freshdeskPages.panel.label", { number: number(tickets.count.tickets) })}>
          <FreshdeskPart number={post.number} tickets={tickets} />
        </Part>
      )}
      {judgements && judgements.solved + judgements.unsolved > 0 && <Judgements {...judgements} />}
      <div className="flex flex-wrap gap-2 p-4">
        {mayTriage(viewer) && (
          <Toggle
            action={`${path}/pin`}
            on={!post.pinnedAt}
            label={t(post.pinnedAt ? "staffPanel.unpin" : "staffPanel.pin")}
          />
        )}
        <Toggle
          action={`${path}/lock`}
          on={!post.lockedAt}
          label={t(post.lockedAt ? "staffPanel.unlock" : "staffPanel.lock")}
        />
        <a href={`${path}/merge`} className={button("quiet", "small")}>
          {t("staffPanel.merge")}
        </a>
        <Confirmed
          action={`${path}/delete`}
          fields={{ on: "yes" }}
          label={t("staffPanel.delete")}
          question={t("staffPanel.deleteQuestion")}
          className={button("danger", "small")}
        />
      </div>
    </section>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group p-4">
      <summary className="flex items-center justify-between text-sm font-semibold">
        {label}
        <Icon name="chevron-down" className="size-4 group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}

function Toggle({ action, on, label }: { action: string; on: boolean; label: string }) {
  return (
    <form method="post" action={action}>
      <button type="submit" name="on" value={on ? "yes" : "no"} className={button("quiet", "small")}>
        {label}
      </button>
    </form>
  );
}

function TagForm({ post, tags }: Pick<Props, "post" | "tags">) {
  const { t } = useFrame().words;
  return (
    <form id="post-tags" method="post" action={`/posts/${post.number}/tags`} className="mt-3 space-y-3">
      <fieldset className="space-y-1.5">
        <legend className="sr-only">{t("staffPanel.tags")}</legend>
        {tags.map(({ id, name }) => (
          <label key={id} className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="tagIds"
              value={id}
              defaultChecked={post.tagIds.includes(id)}
              className="size-4 accent-accent"
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
      <button type="submit" className={button("quiet", "small")}>
        {t("form.save")}
      </button>
    </form>
  );
}

function BoardForm({ post, boards }: Pick<Props, "post" | "boards">) {
  const { t } = useFrame().words;
  return (
    <form id="post-board" method="post" action={`/posts/${post.number}/board`} className="mt-3 flex gap-2">
      <select
        name="boardId"
        defaultValue={post.boardId}
        aria-label={t("staffPanel.board")}
        className="min-w-0 grow rounded-lg border border-edge/60 bg-surface px-2 text-sm"
      >
        {boards.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className={button("quiet", "small")}>
        {t("form.save")}
      </button>
    </form>
  );
}
