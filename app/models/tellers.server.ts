import * as each from "./all-tellers.server";
import type { Teller } from "./telling/notifications/teller";

type NewsOf<One> = One extends Teller<infer News> ? News : never;

export type News = NewsOf<(typeof each)[keyof typeof each]>;

/** All tellers, one for each noun that people are told of. */
export const tellers: readonly Teller<News>[] = Object.values(each);
