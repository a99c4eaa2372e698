import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request } from "express";
import { exportChunks } from "#db/schema";
import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { readFormBody, toForm } from "~/http/form-body.server";
import { sendPlainPage } from "~/http/plain-page.server";
import { readBugFilter } from "~/models/admin/exports/bug-filter";
import { exportBugs } from "~/models/admin/exports/export-bugs.server";
import { findReadyExport } from "~/models/admin/exports/runs/find-exports.server";
import { readChunks } from "~/models/core/files/chunks.server";
import { Query } from "~/models/core/text/query";

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Bug reports for a spreadsheet. */
export async function sendBugs({ db, request, response, viewer, visit }: Call & Admitted): Promise<void> {
  const query = await readQuestion(request);
  const { filter, isWrong } = readBugFilter(query);
  if (isWrong) return response.redirect(303, `/staff/export?${query}`);
  response.type("csv").setHeader("Cache-Control", "no-store");
  response.attachment(`bugs-${dayOf(new Date())}.csv`);
  await pipeline(Readable.from(exportBugs(db, { viewer, filter, origin: visit.origin })), response);
}

/** The most fields that are read: more than the form has. */
const mostFields = 50;

async function readQuestion(request: Request): Promise<Query> {
  const pairs = await readFormBody(toForm(request), mostFields);
  return new Query(new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])));
}

/** The whole portal as it was exported. */
export async function sendPortal({ db, request, response, words, viewer }: Call & Admitted): Promise<void> {
  const id = request.params[0] ?? "";
  const found = await findReadyExport(db, viewer, id);
  if (!found) return sendPlainPage(response, words, 404, words.t("exportStaff.gone"));
  response.type("zip").setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Length", found.bytes ?? 0);
  response.attachment(`portal-${dayOf(found.createdAt)}.zip`);
  await pipeline(Readable.from(readChunks(db, exportChunks, id)), response);
}
