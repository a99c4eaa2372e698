import type { Visit } from "~/http/visit.server";
import { canBeVoted } from "~/models/feedback/posts/lifecycle";
import { findAlikePosts } from "~/models/feedback/posts/suggest-posts.server";

interface Words {
  subject: string | null;
  text: string | null;
}

const mostShown = 5;

/** Posts still to be done that may be what the customer means, but for those that the ticket is linked to. */
export async function loadAlike({ db, viewer }: Visit, ticket: Words | undefined, links: { number: number }[]) {
  const { subject, text } = ticket ?? {};
  if (!subject && !text) return [];
  const linked = links.map(({ number }) => number);
  return (await findAlikePosts(db, viewer, { title: subject ?? "", text: text ?? "" }))
    .filter((post) => canBeVoted(post) && !linked.includes(post.number))
    .slice(0, mostShown)
    .map(({ number, title, status, score }) => ({ number, title, status, score }));
}
