import { fieldOf, readWanted, type Wanted } from "./columns";
import { plainName } from "./plain-name";
import { readOwnStatus, type StatusMap } from "./status-map";

/**
 * Reads what is to be taken for what: `title=Summary` names a column, `in review=under_review` a status of theirs
 * and the one of ours that it becomes. Throws `NotUnderstood` for what is neither.
 */
export function readMapping(maps: string[]): { wanted: Wanted; statuses: StatusMap } {
  const wanted: Wanted = new Map();
  const statuses = new Map<string, NonNullable<ReturnType<typeof readOwnStatus>>>();
  for (const pair of maps.flatMap((map) => map.split(/,(?=[^,=]*=)/))) {
    const [name = "", ...rest] = pair.split("=");
    const status = fieldOf(name) ? undefined : readOwnStatus(rest.join("="));
    if (status) statuses.set(plainName(name), status);
    else for (const [field, column] of readWanted(pair)) wanted.set(field, column);
  }
  return { wanted, statuses };
}
