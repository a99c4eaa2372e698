import { wordsIn } from "~/i18n";
import { postPath } from "~/models/feedback/posts/post-path";
import type { findMergeFacts, findMoveFacts, findPostFacts } from "~/models/support/freshdesk/write-facts.server";
import { type TicketNumber, ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";

type Facts<Find extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<Find>>>;

interface About {
  origin: string;
  /** The id of the write: by it, it is found again. */
  stamp: string;
}

/** English, since nobody knows the languages of agents and customers in Freshdesk. */
const { t } = wordsIn("en");

/** Stands in the link of everything we write, where readers do not see it and Freshdesk keeps it. */
export const stampOf = (id: string): string => `#update-${id}`;

const anyStamp = /#update-[0-9a-f]{8}-/;

/** Whether a note or a reply is one of ours. */
export const isStamped = (html: string): boolean => anyStamp.test(html);

/** The private note about a move, for agents: where the post stands now, and what the team says. */
export function moveNote(move: Facts<typeof findMoveFacts>, about: About): string {
  const { from, to, release } = move;
  const said =
    from === to
      ? t("freshdesk.text.answered", { post: linkTo(move.post, about), status: statusWord(to) })
      : t("freshdesk.text.moved", { post: linkTo(move.post, about), from: statusWord(from), to: statusWord(to) });
  return paragraphs(said, release && t("freshdesk.text.release", { release: escapeHtml(release) })) + quoted(move);
}

/** The public reply about a move, for the customer of a ticket. */
export function moveReply(move: Facts<typeof findMoveFacts>, about: About): string {
  const { to, release } = move;
  const hello = t("freshdesk.text.hello");
  const said = t("freshdesk.text.replied", { post: linkTo(move.post, about), to: statusWord(to) });
  return (
    paragraphs(hello, said, release && t("freshdesk.text.release", { release: escapeHtml(release) })) +
    quoted(move) +
    paragraphs(t("freshdesk.text.follow"))
  );
}

export function mergeNote(
  { post, original }: Facts<typeof findMergeFacts>,
  { isUndone, ...about }: About & { isUndone: boolean },
): string {
  const links = { post: linkTo(post, about), original: linkTo(original, { ...about, stamp: undefined }) };
  return isUndone
    ? paragraphs(t("freshdesk.text.unmerged", { ...links, status: statusWord(post.status) }))
    : paragraphs(t("freshdesk.text.merged", { ...links, status: statusWord(original.status) }));
}

/** The description of a new ticket. */
export function freshdeskTicketText(post: Facts<typeof findPostFacts>, about: About): string {
  const { bug, voteCount } = post;
  const sections: [string, string][] = [
    ["steps", bug?.stepsHtml ?? ""],
    ["expected", bug?.expectedHtml ?? ""],
    ["actual", bug?.actualHtml ?? ""],
    ["version", bug?.version ? `<p>${escapeHtml(bug.version)}</p>` : ""],
  ];
  const shown = sections.filter(([, html]) => html !== "");
  return (
    paragraphs(t("freshdesk.text.opened", { post: linkTo(post, about), votes: String(voteCount), count: voteCount })) +
    post.bodyHtml +
    shown.map(([name, html]) => `<h4>${t(`freshdesk.text.${name}` as "freshdesk.text.steps")}</h4>${html}`).join("")
  );
}

/** What was said in a ticket of ours, by whom where it is not its description, and which files are too large. */
export function handedText(
  { number, name, html, left }: { number: TicketNumber; name?: string; html: string; left: string[] },
  { origin, stamp }: About,
): string {
  const href = `${origin}${ticketPath(number)}${stampOf(stamp)}`;
  const ticket = `<a href="${escapeHtml(href)}">${writeTicketNumber(number)}</a>`;
  const intro =
    name === undefined
      ? t("freshdesk.text.ticketOpened", { ticket })
      : t("freshdesk.text.ticketSaid", { ticket, name: escapeHtml(name) });
  const names = left.map(escapeHtml).join(", ");
  return paragraphs(intro) + html + paragraphs(names && t("freshdesk.text.filesLeft", { names }));
}

/** The private note in a ticket that goes on in one of ours which Freshdesk does not have. */
export const mergedElsewhere = ({ origin, stamp }: About): string =>
  paragraphs(
    `<a href="${escapeHtml(`${origin}/staff/support${stampOf(stamp)}`)}">${t("freshdesk.text.goesOnElsewhere")}</a>`,
  );

const paragraphs = (...texts: (string | undefined)[]): string =>
  texts.flatMap((text) => (text ? [`<p>${text}</p>`] : [])).join("");

/** The official answer is our own sanitised HTML. */
const quoted = ({ answerHtml }: { answerHtml: string }): string =>
  answerHtml && `<blockquote>${answerHtml}</blockquote>`;

const statusWord = (status: string): string => t(`status.${status}` as "status.open");

function linkTo(
  post: { number: number; title: string },
  { origin, stamp }: { origin: string; stamp: string | undefined },
): string {
  const href = `${origin}${postPath(post)}${stamp ? stampOf(stamp) : ""}`;
  return `<a href="${escapeHtml(href)}">#${post.number} ${escapeHtml(post.title)}</a>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
