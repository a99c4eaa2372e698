import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { exportPersonalData } from "~/models/admin/personal-data/export.server";

/**
 * All that is a person's own, as a file. It comes as a stream; and by POST, since it is work that counts against them,
 * and a link could have anybody ask for it.
 */
export async function sendPersonalData({ db, response, viewer }: Call & Admitted): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  response.type("json").setHeader("Cache-Control", "no-store");
  response.attachment(`groundswell-${day}.json`);
  await pipeline(Readable.from(exportPersonalData(db, viewer)), response);
}
