import { unstable_parseMultipartFormData } from "@remix-run/node";
import { asRefusal } from "~/http/as-refusal";
import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { toForm } from "~/http/form-body.server";
import { limitActions } from "~/http/rate-limit.server";
import { waitForBody } from "~/http/slow-bodies.server";
import { saysTooMuch } from "~/http/too-large";
import { uploadLimits } from "~/models/admin/imports/uploads/limits";
import { receiveUpload, tooLarge } from "~/models/admin/imports/uploads/receive-upload.server";
import { DomainError } from "~/models/core/domain-error";

/** A file to be imported: it comes as a stream and may take its time. */
export async function takeImport(call: Call & Admitted): Promise<void> {
  const { response } = call;
  const result = await receive(call).catch(asRefusal);
  if (typeof result === "string") return response.redirect(303, `/staff/import/${result}`);
  // What is still to come of it is nobody's business.
  response.setHeader("Connection", "close").redirect(303, `/staff/import?problem=${result.code}`);
}

/** Resolves to the id of what was sent. */
async function receive({ request, viewer, visit }: Call & Admitted): Promise<string> {
  await limitActions("upload", visit);
  if (saysTooMuch(request, uploadLimits.bytes)) throw tooLarge();
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
