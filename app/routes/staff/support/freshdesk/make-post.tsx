import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireFreshdeskTicket, requireTicketHandler } from "~/http/guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { linkFreshdeskTicket } from "~/models/support/freshdesk/link-ticket.server";
import { findLinksOfFreshdeskTicket } from "~/models/support/freshdesk/links.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { AlikePosts } from "../alike-posts";
import { loadAlike } from "../load-alike.server";
import { postSubmission } from "../post-submission";
import { ReviewForm } from "../review-form";
import { linkFreshdesk } from "./link-freshdesk";
import { loadTicket } from "./load-ticket.server";
import { WaitForText } from "./wait-for-text";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const number = requireFreshdeskTicket(args.params);
  const { db, words } = args.context;
  const [ticket, boards, links] = await Promise.all([
    loadTicket(args.context, number),
    listBoards(db, viewer),
    findLinksOfFreshdeskTicket(db, viewer, number),
  ]);
  return {
    head: { title: words.t("freshdeskPages.makePost.title", { ticket: number }), isPrivate: true },
    ticket,
    boards,
    alike: await loadAlike(args.context, ticket.seen, links),
    id: uuid(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const ticket = requireFreshdeskTicket(args.params);
  const { db } = args.context;
  const { id, ...draft } = await readForm(args, postSubmission);
  await limitActions("post", args.context);
  const post = await submitPost(db, { viewer, id, draft });
  await linkFreshdeskTicket(db, { viewer, number: post.number, ticket: String(ticket), origin: "post_made" });
  return doneAt(postPath(post), args.context, "freshdeskPages.done.postMade");
}

export default function MakePost() {
  const { t } = useWords();
  const { ticket, boards, alike, id } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { seen, number } = ticket;
  return (
    <StaffPage current="freshdesk">
      <h2 className="mt-6 text-lg">{t("freshdeskPages.makePost.title", { ticket: number })}</h2>
      <AlikePosts posts={alike} link={linkFreshdesk(number)} />
      {typeof seen?.text === "string" || lastResult ? (
        <ReviewForm
          action={`/staff/freshdesk/tickets/${number}/post`}
          boards={boards}
          start={{ id, kind: "idea", title: seen?.subject ?? "", body: seen?.text ?? "" }}
          lastResult={lastResult}
        />
      ) : (
        <WaitForText ticket={ticket} />
      )}
    </StaffPage>
  );
}
