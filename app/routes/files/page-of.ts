import type { HeldPlace } from "~/models/feedback/attachments/hold-place.server";

/** The page of the files of what a file belongs to; one that belongs to nothing is on none. */
export const pageOf = (held: HeldPlace | undefined): string =>
  held ? `/files/of/${held.place.kind}/${held.place.id}` : "/";
