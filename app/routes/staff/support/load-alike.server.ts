import type { Visit } from "~/http/visit.server";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { canBeVoted } from "~/models/feedback/posts/lifecycle";

interface Words {
  subject: string | null;
  text: string | null;
}

const mostCompared = 20;
const mostShown = 5;

/** Posts still to be done that may be what the customer means, but for those that the ticket is linked to. */
export async function loadAlike({ db, viewer }: Visit, ticket: Words | undefined, links: { number: number }[]) {
  const { subject, text } = ticket ?? {};
  if (!subject && !text) return [];
  const linked = links.map(({ number }) => number);
  const question = { title: subject ?? "", text: text ?? "", limit: mostCompared };
  return (await findSimilarPosts(db, viewer, question))
    .filter((post) => canBeVoted(post) && !linked.includes(post.number))
    .slice(0, mostShown)
    .map(({ number, title, status, score }) => ({ number, title, status, score }));
}
