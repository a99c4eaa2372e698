import type { SerializeFrom } from "@remix-run/node";
import type { findEntryText } from "~/models/feedback/changelog/find-entry.server";

export interface PanelProps {
  entry: SerializeFrom<NonNullable<Awaited<ReturnType<typeof findEntryText>>>>;
  subscriberCount: number;
  /** Of whoever looks. */
  timeZone: string;
}
