import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { statuses } from "~/models/feedback/posts/lifecycle";
import { keep, moveOrAnswer } from "~/models/feedback/posts/move";
import { answerPost, movePost } from "~/models/feedback/posts/move-post.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listSavedRepliesFor } from "~/models/feedback/saved-replies/queries.server";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { findChosenSavedReply } from "./find-chosen-saved-reply.server";
import { loadFreshdeskTickets } from "./freshdesk/load-tickets.server";
import { MoveForm } from "./move-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const post = await findPost(db, viewer, requireNumber(args.params));
  if (!post) throw new DomainError("notFound");
  const { number, title, kind, status } = post;
  const [tickets, savedReplies, answer] = await Promise.all([
    loadFreshdeskTickets(args.context, post.id),
    listSavedRepliesFor(db, viewer, number),
    findChosenSavedReply(args.context, number, args.context.query.number("reply")),
  ]);
  return {
    head: { title: words.t("move.title", { title }), isPrivate: true },
    post: { number, title, kind, status },
    hasTickets: (tickets?.links.length ?? 0) > 0,
    savedReplies,
    answer,
  };
}

const moveForm = z
  .object({
    from: z.enum(statuses),
    repliesToFreshdesk: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined),
  })
  .and(moveOrAnswer);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { from, repliesToFreshdesk, ...form } = await readForm(args, moveForm);
  const { db } = args.context;
  if (form.to === keep) {
    await answerPost(db, { viewer, number, answer: form.answer, repliesToFreshdesk });
    return doneAt(`/posts/${number}`, args.context, "done.answered");
  }
  await movePost(db, { viewer, number, from, move: form, repliesToFreshdesk });
  return doneAt(`/posts/${number}`, args.context, "done.moved");
}

export default function MovePost() {
  const { t } = useWords();
  const { post, hasTickets, savedReplies, answer } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("move.heading")}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <a href={postPath(post)} dir="auto" className="text-accent underline">
          {post.title}
        </a>
        <StatusBadge status={post.status} />
      </p>
      <MoveForm {...{ post, hasTickets, savedReplies, answer }} lastResult={useActionData<typeof action>()} />
    </div>
  );
}
