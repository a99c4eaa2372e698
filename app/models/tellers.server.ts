import { commentsTeller } from "./feedback/comments/teller.server";
import { notesTeller } from "./feedback/notes/teller.server";
import { postsTeller } from "./feedback/posts/teller.server";
import type { Teller } from "./telling/notifications/teller";

type NewsOf<One> = One extends Teller<infer News> ? News : never;

/** All tellers, one for each noun that people are told of. */
const all = [postsTeller, commentsTeller, notesTeller];

export type News = NewsOf<(typeof all)[number]>;

export const tellers: readonly Teller<News>[] = all;
