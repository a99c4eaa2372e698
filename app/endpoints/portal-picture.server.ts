import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { portalFor } from "~/http/portal.server";
import { limitActions } from "~/http/rate-limit.server";
import { readParts } from "~/http/read-parts.server";
import { waitForBody } from "~/http/slow-bodies.server";
import { leaveProblem, leaveToast } from "~/http/toast.server";
import { saysTooMuch } from "~/http/too-large";
import { changePicture } from "~/models/admin/settings/change-picture.server";
import { DomainError } from "~/models/core/domain-error";
import { isPictureName, mostMegabytes } from "~/models/core/settings/portal-picture";
import type { PictureName } from "~/models/core/settings/table";

/** Where they are changed. */
export const picturesPage = "/staff/settings/look";

/** A picture of the portal's own. Its address changes with it. */
export function sendPortalPicture({ request, response }: Call): void {
  const { name, version } = request.params;
  const picture = isPictureName(name) ? portalFor(request).settings[name] : null;
  if (picture?.version !== version || !picture) throw new DomainError("notFound");
  response.type("image/png").set("Cache-Control", "public, max-age=31536000, immutable");
  response.send(Buffer.from(picture.png, "base64"));
}

/** A picture that an administrator gives the portal, or takes away. */
export async function takePortalPicture(call: Call & Admitted): Promise<void> {
  const { request, response, visit } = call;
  const { name } = request.params;
  if (!isPictureName(name)) throw new DomainError("notFound");
  try {
    await limitActions("upload", visit);
    await receive(call, name);
    leaveToast(visit, { tone: "success", key: "done.saved" });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // What is still to come of it is nobody's business.
    response.setHeader("Connection", "close");
    leaveProblem(visit, error);
  }
  response.redirect(303, picturesPage);
}

async function receive({ db, request, viewer }: Call & Admitted, name: PictureName): Promise<void> {
  if (saysTooMuch(request, mostMegabytes * 1_000_000)) {
    throw new DomainError("fileTooLarge", { params: { megabytes: mostMegabytes } });
  }
  waitForBody(request);
  let isTaken = false;
  const fields = await readParts(request, {
    files: 1,
    async onFile({ pieces }) {
      isTaken = true;
      await changePicture(db, { viewer, name, pieces });
    },
  });
  if (fields.has("remove")) return changePicture(db, { viewer, name, pieces: null });
  if (!isTaken) throw new DomainError("noFile");
}
