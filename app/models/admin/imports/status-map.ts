import type { PostStatus } from "#db/schema/feedback/posts";
import { statuses } from "../../feedback/posts/lifecycle";
import { plainName } from "./plain-name";

/** What a status of the source becomes here, by its plain name there. */
export type StatusMap = ReadonlyMap<string, PostStatus>;

/** The status of ours that a name means, however it is written. */
export function readOwnStatus(name: string): PostStatus | undefined {
  return statuses.find((status) => plainName(status) === plainName(name));
}

/** What to read instead of a status of the source. */
export function statusHere(there: string, map: StatusMap | undefined): string {
  return map?.get(plainName(there)) ?? there;
}
