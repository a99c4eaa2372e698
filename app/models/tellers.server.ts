import { commentsTeller } from "./comments/teller.server";
import { notesTeller } from "./notes/teller.server";
import type { Teller } from "./notifications/teller";
import { postsTeller } from "./posts/teller.server";

type NewsOf<One> = One extends Teller<infer News> ? News : never;

/** What people are told of: a line for each noun. */
const all = [postsTeller, commentsTeller, notesTeller];

export type News = NewsOf<(typeof all)[number]>;

export const tellers: readonly Teller<News>[] = all;
