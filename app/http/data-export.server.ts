import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { exportPersonalData } from "~/models/admin/personal-data/export.server";
import { asRefusal } from "./as-refusal";
import { beginVisit } from "./begin-visit.server";
import { otherSitesRefused } from "./origin-check.server";
import type { Parts } from "./parts.server";
import { limitActions } from "./rate-limit.server";
import { sendRefusal } from "./send-refusal.server";

/** `/me/data/export`: all that is a person's own, as a file. It comes as a stream, so it stands before Remix;
 * and by POST, since it is work that counts against them, and a link could have anybody ask for it. */
export function dataExport(parts: Parts): Router {
  const router = Router();
  router.post("/me/data/export", otherSitesRefused(parts.env.BASE_URL), async (request, response, next) => {
    try {
      const visit = await beginVisit(request, response, parts);
      const { db, viewer, words } = visit;
      if (!viewer?.name) return response.redirect(303, "/sign-in?next=/me/data");
      const refusal = await limitActions("export", visit).catch(asRefusal);
      if (refusal) return sendRefusal(request, response, words, refusal);
      const day = new Date().toISOString().slice(0, 10);
      response.type("json").setHeader("Cache-Control", "no-store");
      response.attachment(`groundswell-${day}.json`);
      await pipeline(Readable.from(exportPersonalData(db, viewer)), response);
    } catch (error) {
      next(error);
    }
  });
  return router;
}
