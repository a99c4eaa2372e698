import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { exportChunks } from "#db/schema";
import { readBugFilter } from "~/models/admin/exports/bug-filter";
import { exportBugs } from "~/models/admin/exports/export-bugs.server";
import { findReadyExport } from "~/models/admin/exports/runs/find-exports.server";
import { readChunks } from "~/models/core/files/chunks.server";
import { Query } from "~/models/core/text/query";
import { mayAdminister } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { asRefusal } from "./as-refusal";
import { beginVisit } from "./begin-visit.server";
import { readFormBody, toForm } from "./form-body.server";
import { otherSitesRefused } from "./origin-check.server";
import type { Parts } from "./parts.server";
import { sendPlainPage } from "./plain-page.server";
import { limitActions } from "./rate-limit.server";
import { sendRefusal } from "./send-refusal.server";
import type { Visit } from "./visit.server";

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * What administrators download: `POST /staff/export/bugs.csv`, bug reports for a spreadsheet, and
 * `/staff/export/ID.zip`, the whole portal as it was exported. They come as streams, so this stands before Remix.
 */
export function exports(parts: Parts): Router {
  const router = Router();
  router.post("/staff/export/bugs.csv", otherSitesRefused(parts.env.BASE_URL), async (request, response, next) => {
    try {
      const visit = await admit(request, response, parts);
      if (!visit) return;
      const { db, viewer, origin } = visit;
      const query = await readQuestion(request);
      const { filter, isWrong } = readBugFilter(query);
      if (isWrong) return response.redirect(303, `/staff/export?${query}`);
      response.type("csv").setHeader("Cache-Control", "no-store");
      response.attachment(`bugs-${dayOf(new Date())}.csv`);
      await pipeline(Readable.from(exportBugs(db, { viewer, filter, origin })), response);
    } catch (error) {
      next(error);
    }
  });
  router.get(/^\/staff\/export\/([\da-f-]{36})\.zip$/, async (request, response, next) => {
    try {
      const visit = await admit(request, response, parts);
      if (!visit) return;
      const { db, viewer, words } = visit;
      const id = request.params[0] ?? "";
      const found = await findReadyExport(db, viewer, id);
      if (!found) return sendPlainPage(response, words, 404, words.t("exportStaff.gone"));
      response.type("zip").setHeader("Cache-Control", "no-store");
      response.setHeader("Content-Length", found.bytes ?? 0);
      response.attachment(`portal-${dayOf(found.createdAt)}.zip`);
      await pipeline(Readable.from(readChunks(db, exportChunks, id)), response);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

/** More than the fields of the form, whatever else is sent. */
const mostFields = 50;

async function readQuestion(request: Request): Promise<Query> {
  const pairs = await readFormBody(toForm(request), mostFields);
  return new Query(new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])));
}

/** The visit of an administrator; whoever else comes has been answered. */
async function admit(
  request: Request,
  response: Response,
  parts: Parts,
): Promise<(Visit & { viewer: User }) | undefined> {
  const visit = await beginVisit(request, response, parts);
  const { viewer, words } = visit;
  if (!viewer?.name) return void response.redirect(303, "/sign-in?next=/staff/export");
  if (!mayAdminister(viewer)) return void sendPlainPage(response, words, 403, words.t("problems.forbidden"));
  const refusal = await limitActions("export", visit).catch(asRefusal);
  if (!refusal) return { ...visit, viewer };
  sendRefusal(request, response, words, refusal);
}
