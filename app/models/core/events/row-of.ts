import { catalogue } from "./catalogue";
import type { EventRow } from "./event-row";
import type { EventType } from "./types";

/** All that is to be known of a type of event, as any of them may have it. */
export const rowOf = (type: EventType): EventRow<unknown> => catalogue[type] as EventRow<unknown>;
