import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireUser } from "~/http/guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { isId } from "~/models/core/text/values";
import { commentDraft } from "~/models/feedback/comments/draft";
import { type Comment, findComment } from "~/models/feedback/comments/find-comment.server";
import { listPeopleOnPost, type Mentionable } from "~/models/feedback/comments/people.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { findFlags, honeypot } from "~/models/feedback/flags/find-flags";
import { findStandingPost } from "~/models/feedback/posts/duplicates.server";
import { listSavedRepliesFor } from "~/models/feedback/saved-replies/queries.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { PersonName } from "~/ui/person";
import { Prose } from "~/ui/prose";
import { CommentForm } from "./comment-form";
import { findChosenSavedReply } from "./find-chosen-saved-reply.server";

/** Where replies to comments are written, and where a comment that was refused waits to be put right. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const post = await findStandingPost(context.db, context.viewer, requireNumber(params));
  if (!post) throw new DomainError("notFound");
  const { number } = post;
  const refused = context.outgoing.submission?.payload;
  const parentId = refused?.parentId ?? context.query.id("reply");
  const parent = isId(parentId) ? await findComment(context.db, context.viewer, parentId) : undefined;
  const body = await findChosenSavedReply(context, number, context.query.number("saved"));
  if (!refused && body === undefined && parent?.number !== number) throw redirect(`/posts/${number}#timeline`);
  const { t } = context.words;
  return {
    head: { title: t(parent ? "comment.replyHeading" : "comment.heading"), isPrivate: true },
    number,
    parent: parent && quoted(parent),
    people: context.viewer ? await listPeopleOnPost(context.db, context.viewer, number) : ([] as Mentionable[]),
    savedReplies: await listSavedRepliesFor(context.db, context.viewer, number),
    body,
    id: isId(refused?.id) ? refused.id : uuid(),
  };
}

const quoted = ({ id, bodyHtml, authorName, authorRole }: Comment) => ({ id, bodyHtml, authorName, authorRole });

const submission = commentDraft.extend(honeypot);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  const { website, ...draft } = await readForm(args, submission);
  await limitActions("comment", args.context);
  const flags = findFlags({ viewer, id: draft.id, website });
  const { id } = await submitComment(args.context.db, { viewer, number, ...draft, flags });
  return doneAt(`/posts/${number}#comment-${id}`, args.context, "done.commented");
}

export default function WriteComment() {
  const { t } = useWords();
  const { head, number, parent, people, savedReplies, body, id } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{head.title}</h1>
      <p className="mt-1 text-sm">
        <a href={`/posts/${number}`} className="text-accent underline">
          {t("comment.backToPost", { number })}
        </a>
      </p>
      {parent && (
        <blockquote className={`${card} mt-5 p-4`}>
          <p className="text-sm">
            <PersonName name={parent.authorName} role={parent.authorRole} />
          </p>
          <Prose html={parent.bodyHtml} className="mt-1" />
        </blockquote>
      )}
      <CommentForm
        number={number}
        id={id}
        parentId={parent?.id}
        people={people}
        savedReplies={savedReplies}
        body={body}
        lastResult={useActionData<typeof action>()}
      />
    </div>
  );
}
