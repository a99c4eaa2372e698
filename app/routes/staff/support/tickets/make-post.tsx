import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { findQuestion, listTicketPosts } from "~/models/support/tickets/find-ticket.server";
import { linkPostToTicket } from "~/models/support/tickets/link-post.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { StaffPage } from "../../staff-page";
import { AlikePosts } from "../alike-posts";
import { loadAlike } from "../load-alike.server";
import { postSubmission } from "../post-submission";
import { ReviewForm } from "../review-form";
import { BackToTicket } from "./back-to-ticket";
import { linkTo } from "./link-to";
import { requireTicket } from "./require-ticket.server";

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, ticket } = await requireTicket(args);
  const { db, words } = args.context;
  const [question, boards, posts] = await Promise.all([
    findQuestion(db, ticket.id),
    listBoards(db, viewer),
    listTicketPosts(db, viewer, ticket.id),
  ]);
  const number = writeTicketNumber(ticket);
  return {
    head: { title: words.t("freshdeskPages.makePost.title", { ticket: number }), isPrivate: true },
    path: staffTicketPath(ticket),
    number,
    boards,
    alike: await loadAlike(args.context, question, posts),
    start: { id: uuid(), kind: "idea", title: ticket.subject, body: question?.text ?? "" },
  };
}

/** Posts what somebody of the team has gone through, and links the ticket; the same again changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, ticket } = await requireTicket(args);
  const { db } = args.context;
  const { id, ...draft } = await readForm(args, postSubmission);
  await limitActions("post", args.context);
  const post = await submitPost(db, { viewer, id, draft });
  await linkPostToTicket(db, { viewer, number: ticket, post: post.number, origin: "post_made" });
  return doneAt(postPath(post), args.context, "freshdeskPages.done.postMade");
}

export default function MakePost() {
  const { head, path, number, alike, boards, start } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <StaffPage current="support">
      <h2 className="mt-6 text-lg">{head.title}</h2>
      <BackToTicket {...{ path, number, subject: start.title }} />
      <AlikePosts posts={alike} link={linkTo(path)} />
      <ReviewForm action={`${path}/post`} boards={boards} start={start} lastResult={lastResult} />
    </StaffPage>
  );
}
