import type { PostStatus } from "#db/schema/feedback/posts";
import { statuses } from "../../feedback/posts/lifecycle";
import { plainName } from "./plain-name";

/** Our status for each status of the source, by its name there in plain letters. */
export type StatusMap = ReadonlyMap<string, PostStatus>;

/** The status of ours that a name means, however it is written. */
export function readOwnStatus(name: string): PostStatus | undefined {
  return statuses.find((status) => plainName(status) === plainName(name));
}

/** Our status for one of the source; the same text where the map has none. */
export function statusHere(there: string, map: StatusMap | undefined): string {
  return map?.get(plainName(there)) ?? there;
}
