import type { Activity, ActivityKind } from "./history";
import type { ImportRun } from "./start-import.server";

/** An activity whose post and person are known here. */
export type Placed<Kind extends ActivityKind = ActivityKind> = Extract<Activity, { kind: Kind }> & {
  postId: string;
  userId: string;
  /** Of comments and answers. */
  html: string;
  /** By which rules it was made. */
  version: number;
};

/** What every function needs that writes activities: the import, and when it is. */
export interface Writing {
  run: ImportRun;
  at: Date;
}
