import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Db } from "#db/client.server";
import { exportPortal } from "~/models/admin/exports/export-portal.server";
import { testStore } from "./files";

export const moment = new Date("2026-03-01T12:00:00Z");

/** The portal as the bytes of one zip. */
export async function exportBytes(db: Db, at = moment, appVersion = "1.2.3"): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), exportPortal(db, { store: testStore, out, appVersion, at })]);
  return bytes;
}
