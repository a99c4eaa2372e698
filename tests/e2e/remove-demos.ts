import { rm } from "node:fs/promises";

/** What the demos kept is gone when all are done. */
export default async function removeDemos(): Promise<void> {
  await rm(process.env.E2E_DATA_DIR ?? "", { recursive: true, force: true });
}
