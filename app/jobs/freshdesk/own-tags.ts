import { readPostNumber } from "~/models/feedback/posts/read-number";

const prefix = "groundswell";

/** Of a new ticket, by which it is found again; as long as Freshdesk lets a tag be. */
export const stampTag = (id: string): string => `${prefix}-${id.replace(/-/g, "").slice(-20)}`;

export const statusTag = (status: string): string => `${prefix}-${status}`;

/** It is, or was, of a ticket that we opened. */
export const isStampTag = (tag: string): boolean => new RegExp(`^${prefix}-[\\da-f]{20}$`).test(tag);

const isOurs = (tag: string): boolean => tag === prefix || tag.startsWith(`${prefix}-`);

interface Wanted {
  /** The posts that the ticket stands for, the one linked last first. */
  posts: { number: number; status: string }[];
  setsTags: boolean;
}

/**
 * The tags that a ticket is to have; everybody else's stay. So does the stamp of one that we opened, as long as it is
 * linked: whoever opened it may still be looking for it. Undefined if it has them.
 */
export function changedTags(tags: string[], { posts, setsTags }: Wanted): string[] | undefined {
  const isLinked = posts.length > 0;
  const ours = setsTags && isLinked ? [prefix, ...new Set(posts.map(({ status }) => statusTag(status)))] : [];
  const wanted = [...tags.filter((tag) => !isOurs(tag) || (isLinked && isStampTag(tag))), ...ours];
  const isSame = wanted.length === tags.length && wanted.every((tag) => tags.includes(tag));
  return isSame ? undefined : wanted;
}

export const postAddress = (origin: string, number: number): string => `${origin}/posts/${number}`;

/**
 * What the custom field for the post's address is to hold, null for nothing; undefined if it is right. What somebody
 * else wrote into it stays.
 */
export function changedAddress(value: unknown, posts: { number: number }[], origin: string): string | null | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  const named = readPostNumber(text);
  const isAddress = text.startsWith(`${origin}/posts/`);
  const [newest] = posts;
  if (!newest) return isAddress ? null : undefined;
  if (text !== "" && (!isAddress || posts.some(({ number }) => number === named))) return undefined;
  return postAddress(origin, newest.number);
}
