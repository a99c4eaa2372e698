import { version } from "uuid";
import { z } from "zod";
import type { TextFlag } from "#db/schema/feedback/posts";
import { mayModerate } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

/** A field that people do not see and programs fill in, as its name promises them a link. */
export const honeypot = { website: z.string().optional() };

/** Milliseconds from the page to the text: nobody reads, writes or even pastes in less. */
const shortest = 3000;

interface Sent {
  viewer: User;
  /** Of the form: made by us when its page was asked for, and the same when the form comes back. */
  id: string;
  /** The honeypot. */
  website?: string;
  at?: Date;
}

/** What looks as if no person had written a text. Not of the team, which sends texts that it has saved. */
export function findFlags({ viewer, id, website = "", at = new Date() }: Sent): TextFlag[] {
  if (mayModerate(viewer)) return [];
  const flags: TextFlag[] = [];
  if (website !== "") flags.push("filled_honeypot");
  const madeAt = timeOf(id);
  if (madeAt !== undefined && at.getTime() - madeAt < shortest) flags.push("sent_fast");
  return flags;
}

/** When an id was made, in milliseconds; undefined for those that do not say so. */
const timeOf = (id: string): number | undefined =>
  version(id) === 7 ? Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) : undefined;
