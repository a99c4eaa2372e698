import type { timelineEvents } from "#db/schema/events";
import type { EventData } from "./types";

export type TimelineEvent = {
  [Type in (typeof timelineEvents)[number]]: { type: Type; data: EventData[Type] };
}[(typeof timelineEvents)[number]];

/** Names of what an event mentions by id. */
export interface Names {
  board(id: number): string;
  tag(id: number): string;
}

/** An event as a sentence: its key in the `events` catalogue and what to fill in. */
export function describeEvent(event: TimelineEvent, names: Names) {
  switch (event.type) {
    case "post.tagged":
      return describeTags(event.data, names);
    case "post.board_changed":
      return { key: "post.board_changed", params: { board: names.board(event.data.to) } } as const;
    default:
      return { key: event.type, params: {} } as const;
  }
}

function describeTags({ added, removed }: EventData["post.tagged"], names: Names) {
  const params = { added: added.map(names.tag), removed: removed.map(names.tag) };
  if (removed.length === 0) return { key: "post.tagged.added", params } as const;
  if (added.length === 0) return { key: "post.tagged.removed", params } as const;
  return { key: "post.tagged.both", params } as const;
}
