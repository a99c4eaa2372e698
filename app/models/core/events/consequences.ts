import { catalogue } from "./catalogue";
import { rowOf } from "./row-of";
import type { EventType } from "./types";

type Catalogue = typeof catalogue;

/** A queue of its own for each; one without a handler does not compile (app/jobs/work.server.ts). */
export type Consequence = Catalogue[EventType]["consequences"][number];

export const consequencesOf = (type: EventType): readonly Consequence[] => catalogue[type].consequences;

/** Whether events of this type change what a post is found by, or who may see it. */
export const changes = (type: EventType, what: "index" | "visibility"): boolean =>
  rowOf(type).changes?.includes(what) ?? false;

/** Events that nothing follows from: all that may be recorded without `recordEvent`. */
type Ending = { [Type in EventType]: Catalogue[Type]["consequences"] extends readonly [] ? Type : never }[EventType];

/** The type itself; does not compile for one that has consequences. */
export const withoutConsequences = <Type extends Ending>(type: Type): Type => type;
