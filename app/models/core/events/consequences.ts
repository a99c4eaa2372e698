import { catalogue } from "./catalogue";
import type { EventRow } from "./event-row";
import type { EventType } from "./types";

type Catalogue = typeof catalogue;

/** A queue of its own for each; one without a handler does not compile (app/jobs/work.server.ts). */
export type Consequence = Catalogue[EventType]["consequences"][number];

export const consequencesOf = (type: EventType): readonly Consequence[] => catalogue[type].consequences;

/** Whether events of this type change what a post is found by, or who may see it. */
export function changes(type: EventType, what: "index" | "visibility"): boolean {
  const row: Pick<EventRow<never>, "changes"> = catalogue[type] as object;
  return row.changes?.includes(what) ?? false;
}

/** Events that nothing follows from: all that may be recorded without `recordEvent`. */
type Ending = { [Type in EventType]: Catalogue[Type]["consequences"] extends readonly [] ? Type : never }[EventType];

/** The type itself; does not compile for one that has consequences. */
export const withoutConsequences = <Type extends Ending>(type: Type): Type => type;
