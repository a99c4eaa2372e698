import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { v4 as uuid } from "uuid";
import type { Database } from "#db/client.server";
import { movesFrom } from "~/models/feedback/posts/lifecycle";
import type { Move } from "~/models/feedback/posts/move";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { openFreshdeskTicket } from "~/models/support/freshdesk/open-ticket.server";
import type { Freshdesk } from "../../../fakes/freshdesk/freshdesk";
import type { Pair, Stage } from "./stage";

const generator = xoroshiro128plus(20_26);
export const chance = (): number => uniformFloat64(generator);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;

/** What was done on either side, for the count of what came of it. */
export interface Done {
  /** Each move carries words of its own, by which what Freshdesk got of it is counted. */
  moves: { words: string; pair: Pair; isReply: boolean }[];
  /** Subjects of posts of which a ticket was wanted. */
  opened: string[];
  /** Tickets that lay in the bin or in spam at some time, or were merged: what is written to them then is lost. */
  aside: Set<number>;
  agents: number;
}

/** One change by the maintainer: mostly a move, now and then a new ticket. */
export async function changePortal({ db }: Database, { maintainer, pairs }: Stage, done: Done): Promise<void> {
  const pair = pick(pairs);
  if (chance() < 0.02) {
    await openFreshdeskTicket(db, { viewer: maintainer, number: pair.number, id: uuid(), requester: "author" });
    done.opened.push(`Idea ${pair.number - 1}`);
    return;
  }
  const words = `Change ${done.moves.length} of the run.`;
  const to = pick(movesFrom({ kind: "idea", status: pair.status }));
  const isReply = chance() < 0.1;
  const move = { to, answer: words } as Move;
  await movePost(db, { viewer: maintainer, number: pair.number, from: pair.status, move, repliesToFreshdesk: isReply });
  pair.status = to;
  done.moves.push({ words, pair, isReply });
}

/** What only agents may read; it must turn up nowhere else. */
export const secret = "Between us agents";

/** One change in Freshdesk, by an agent or the customer. */
export function changeFreshdesk(freshdesk: Freshdesk, stage: Stage, done: Done): void {
  const { ticket: id } = pick(stage.pairs);
  const { merged_into, deleted, spam, subject } = freshdesk.ticket(id);
  done.agents += 1;
  const dice = chance();
  if (merged_into) freshdesk.addNote(id, `<p>${secret}: still here?</p>`);
  else if (deleted) freshdesk.restoreTicket(id);
  else if (spam) freshdesk.unmarkSpam(id);
  else if (dice < 0.4) freshdesk.setStatus(id, pick([2, 3, 4, 5, 6, 7, 12]));
  else if (dice < 0.65) freshdesk.addNote(id, `<p>${secret}: ${done.agents}</p>`);
  else if (dice < 0.75) freshdesk.reply(id, "<p>We look into it.</p>");
  else if (dice < 0.9) freshdesk.customerReply(id, "<p>Any news?</p>");
  else if (dice < 0.95) freshdesk.update(id, { subject: `${subject.slice(0, 40)}!` });
  else putAside(freshdesk, stage, done, id);
}

function putAside(freshdesk: Freshdesk, { pairs }: Stage, { aside }: Done, id: number): void {
  const dice = chance();
  const into = pairs.find(({ ticket }) => ticket !== id && !isAside(freshdesk, ticket))?.ticket;
  aside.add(id);
  if (dice < 0.4) freshdesk.deleteTicket(id);
  else if (dice < 0.8) freshdesk.markSpam(id);
  else if (into) freshdesk.mergeTickets(into, [id]);
}

function isAside(freshdesk: Freshdesk, id: number): boolean {
  const { deleted, spam, merged_into } = freshdesk.ticket(id);
  return deleted || spam || merged_into !== null;
}
