import { type ColumnLabel, event } from "../event-row";
import { everything, nothing } from "../touches";

export const roadmapEvents = {
  "roadmap.created": event<{ roadmapId: number; name: string }>()({
    about: "roadmap",
    consequences: [],
    // Every page leads to a roadmap, if there is one; roadmaps themselves are not kept.
    touches: everything,
  }),
  "roadmap.edited": event<{ roadmapId: number; fields: string[] }>()({
    about: "roadmap",
    consequences: [],
    touches: everything,
  }),
  "roadmap.column_added": event<{ roadmapId: number; column: ColumnLabel }>()({
    about: "roadmap",
    consequences: [],
    touches: nothing,
    gaps: ({ column }, names) => ({ column: names.column(column) }),
  }),
  "roadmap.column_edited": event<{ roadmapId: number; column: ColumnLabel }>()({
    about: "roadmap",
    consequences: [],
    touches: nothing,
    gaps: ({ column }, names) => ({ column: names.column(column) }),
  }),
  "roadmap.column_removed": event<{ roadmapId: number; column: ColumnLabel }>()({
    about: "roadmap",
    consequences: [],
    touches: nothing,
    gaps: ({ column }, names) => ({ column: names.column(column) }),
  }),
  /** The event's post was put into a column by hand. */
  "roadmap.card_placed": event<{ roadmapId: number; column: ColumnLabel }>()({
    about: "post",
    consequences: [],
    touches: nothing,
    gaps: ({ column }, names) => ({ column: names.column(column) }),
  }),
  "roadmap.card_moved": event<{ roadmapId: number; from: ColumnLabel; column: ColumnLabel }>()({
    about: "post",
    consequences: [],
    touches: nothing,
    gaps: ({ from, column }, names) => ({ from: names.column(from), column: names.column(column) }),
  }),
  /** Within its column. */
  "roadmap.card_reordered": event<{ roadmapId: number; column: ColumnLabel }>()({
    about: "post",
    consequences: [],
    touches: nothing,
    gaps: ({ column }, names) => ({ column: names.column(column) }),
  }),
  /** Its status decides again where it stands, if anywhere. */
  "roadmap.card_removed": event<{ roadmapId: number; column: ColumnLabel }>()({
    about: "post",
    consequences: [],
    touches: nothing,
    gaps: ({ column }, names) => ({ column: names.column(column) }),
  }),
  "roadmap.target_changed": event<{ roadmapId: number; from: string; to: string }>()({
    about: "post",
    consequences: [],
    touches: nothing,
    gaps: ({ from, to }, { target }) => ({ from: target(from), to: target(to) }),
  }),
  /** What it says since; unknown of those that are older than that we keep it. */
  "roadmap.note_changed": event<{ roadmapId: number; note?: string }>()({
    about: "post",
    consequences: [],
    touches: nothing,
  }),
};
