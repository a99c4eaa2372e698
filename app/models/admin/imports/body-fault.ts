import { importLimits } from "./imported-post";
import type { RowFault } from "./row-fault";

/** What is wrong with the text of a comment, if anything is. */
export function bodyFault(body: string): RowFault | undefined {
  const bytes = importLimits.bodyBytes;
  return new TextEncoder().encode(body).length > bytes ? { code: "bodyTooLarge", bytes } : undefined;
}
