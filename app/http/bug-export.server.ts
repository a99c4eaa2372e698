import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { readBugFilter } from "~/models/exports/bug-filter";
import { exportBugs } from "~/models/exports/export-bugs.server";
import { mayAdminister } from "~/models/users/policy";
import { asRefusal } from "./as-refusal";
import { beginVisit } from "./begin-visit.server";
import type { Parts } from "./parts.server";
import { sendPlainPage } from "./plain-page.server";
import { limitActions } from "./rate-limit.server";

/** `/staff/export/bugs.csv`: bug reports for a spreadsheet. They come as a stream, so it stands before Remix. */
export function bugExport(parts: Parts): Router {
  const router = Router();
  router.get("/staff/export/bugs.csv", async (request, response, next) => {
    try {
      const { db, viewer, words, origin } = await beginVisit(request, response, parts);
      if (!viewer?.name) return response.redirect(303, "/sign-in?next=/staff/export");
      if (!mayAdminister(viewer)) return sendPlainPage(response, words, 403, words.t("problems.forbidden"));
      const search = new URL(request.originalUrl, origin).searchParams;
      const { filter, isWrong } = readBugFilter(search);
      if (isWrong) return response.redirect(303, `/staff/export?${search}`);
      const refusal = await limitActions("export", viewer).catch(asRefusal);
      if (refusal) {
        const { code, details, status } = refusal;
        return sendPlainPage(response, words, status, words.t(`problems.${code}`, details.params ?? {}));
      }
      const day = new Date().toISOString().slice(0, 10);
      response.type("csv").setHeader("Cache-Control", "no-store");
      response.attachment(`bugs-${day}.csv`);
      await pipeline(Readable.from(exportBugs(db, { viewer, filter, origin })), response);
    } catch (error) {
      next(error);
    }
  });
  return router;
}
