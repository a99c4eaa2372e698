import { catalogue } from "./catalogue";
import { rowOf } from "./row-of";
import type { EventType } from "./types";

/** What the timeline of a post tells of besides comments and moves. An index holds the same (db/schema/core/events.ts). */
export const timelineTypes = (Object.keys(catalogue) as EventType[]).filter((type) => rowOf(type).inTimeline);
