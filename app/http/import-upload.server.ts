import { unstable_parseMultipartFormData } from "@remix-run/node";
import { Router, type Request as ServerRequest } from "express";
import { uploadLimits } from "~/models/admin/imports/uploads/limits";
import { receiveUpload, tooLarge } from "~/models/admin/imports/uploads/receive-upload.server";
import { DomainError } from "~/models/core/domain-error";
import { mayAdminister } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { asRefusal } from "./as-refusal";
import { beginVisit } from "./begin-visit.server";
import { toForm } from "./form-body.server";
import { otherSitesRefused } from "./origin-check.server";
import type { Parts } from "./parts.server";
import { sendPlainPage } from "./plain-page.server";
import { limitActions } from "./rate-limit.server";
import { waitForBody } from "./slow-bodies.server";
import type { Visit } from "./visit.server";

/** Bytes that a form may have around its file. */
const around = 10_000;

/**
 * `POST /staff/import/files`: a file to be imported. It comes as a stream and may take its time, so it stands before
 * Remix, the limit of bodies and the deadline of pages; whoever may not send one is told before the first byte is read.
 */
export function importUpload(parts: Parts): Router {
  const router = Router();
  router.post("/staff/import/files", otherSitesRefused(parts.env.BASE_URL), async (request, response, next) => {
    try {
      const visit = await beginVisit(request, response, parts);
      const { viewer, words } = visit;
      // What is still to come of a file that is refused is nobody's business.
      const end = () => response.setHeader("Connection", "close");
      if (!viewer?.name) return end().redirect(303, "/sign-in?next=/staff/import");
      if (!mayAdminister(viewer)) return sendPlainPage(end(), words, 403, words.t("problems.forbidden"));
      const result = await receive(request, viewer, visit).catch(asRefusal);
      if (typeof result === "string") return response.redirect(303, `/staff/import/${result}`);
      end().redirect(303, `/staff/import?problem=${result.code}`);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

/** Resolves to the id of what was sent. */
async function receive(request: ServerRequest, viewer: User, visit: Visit): Promise<string> {
  await limitActions("upload", visit);
  if (Number(request.headers["content-length"] ?? 0) > uploadLimits.bytes + around) throw tooLarge();
  waitForBody(request);
  let id: string | undefined;
  await unstable_parseMultipartFormData(toForm(request), async ({ name, filename, data }) => {
    if (name === "file" && filename && !id) {
      id = await receiveUpload(visit.db, { viewer, fileName: filename, pieces: data });
    } else {
      for await (const _ of data);
    }
    return null;
  });
  if (!id) throw new DomainError("importNoFile");
  return id;
}
