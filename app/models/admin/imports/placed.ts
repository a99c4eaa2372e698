import type { Deed, DeedKind } from "./history";
import type { ImportRun } from "./start-import.server";

/** A deed whose post and person are known here. */
export type Placed<Kind extends DeedKind = DeedKind> = Extract<Deed, { kind: Kind }> & {
  postId: string;
  userId: string;
  /** Of comments and answers. */
  html: string;
  /** By which rules it was made. */
  version: number;
};

/** All that the parts of writing need. */
export interface Writing {
  run: ImportRun;
  at: Date;
}
