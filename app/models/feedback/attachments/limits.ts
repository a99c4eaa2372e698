import type { Settings } from "../../core/settings/table";

/** How many files one text may have, and how large each may be. */
export type FileLimits = Pick<Settings, "filesPerText" | "megabytesPerFile">;

/** The most files of one person that belong to no text yet. */
export const mostUnattached = 60;
