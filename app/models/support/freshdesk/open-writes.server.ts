import type { WriteState } from "#db/schema/support/freshdesk";

/** States of writes that are still to go out. */
export const openWrites = ["queued", "sending", "uncertain"] as const satisfies readonly WriteState[];
