import { attachments } from "#db/schema";

const { id, name, bytes, width, height, widths, alt } = attachments;

/** What of a file is shown. */
export const columnsShown = { id, name, bytes, width, height, widths, alt };
