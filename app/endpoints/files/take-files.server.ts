import { v5 as uuidFrom } from "uuid";
import type { Call } from "~/http/endpoint.server";
import { limitFile } from "~/http/limit-file.server";
import { portalFor } from "~/http/portal.server";
import { readParts } from "~/http/read-parts.server";
import { waitForBody } from "~/http/slow-bodies.server";
import { leaveProblem } from "~/http/toast.server";
import { saysTooMuch } from "~/http/too-large";
import { DomainError } from "~/models/core/domain-error";
import { isId } from "~/models/core/text/values";
import { attachFile } from "~/models/feedback/attachments/attach-file.server";
import { type Attachment, type Destination, places } from "~/models/feedback/attachments/attachment";
import type { FileLimits } from "~/models/feedback/attachments/limits";
import type { Sending } from "./file-guards.server";

type Asked = Call & Sending;

/** Files for a text: they come as a stream, one or several, from our own script or from a form. */
export async function takeFiles(call: Asked): Promise<void> {
  const { request, response, visit } = call;
  const isByScript = request.headers.accept?.startsWith("application/json");
  const files: Attachment[] = [];
  let page = "/";
  try {
    await receive(call, (attachment, to) => {
      files.push(attachment);
      page = pageOf(to);
    });
  } catch (error) {
    // What is still to come of it is nobody's business.
    response.setHeader("Connection", "close");
    const to = call.request.query.to;
    if (isByScript || !(error instanceof DomainError) || typeof to !== "string") throw error;
    leaveProblem(visit, error);
    return response.redirect(303, pageOf(readDestination(to)));
  }
  if (isByScript) response.status(201).json({ files });
  else response.redirect(303, page);
}

const pageOf = ({ kind, id }: Destination): string => (kind === "draft" ? "/" : `/files/of/${kind}/${id}`);

async function receive(call: Asked, onFile: (attachment: Attachment, to: Destination) => void): Promise<void> {
  const { db, request, sender, visit, parts } = call;
  const limits: FileLimits = portalFor(request).settings;
  const { filesPerText, megabytesPerFile } = limits;
  if (saysTooMuch(request, megabytesPerFile * 1_000_000, filesPerText)) {
    throw new DomainError("fileTooLarge", { params: { megabytes: megabytesPerFile } });
  }
  const to = readDestination(String(request.query.to ?? ""));
  const upload = String(request.query.upload ?? "");
  if (!isId(upload)) throw new DomainError("malformed");
  waitForBody(request);
  let count = 0;
  await readParts(request, {
    files: Math.max(1, filesPerText),
    async onFile({ name: fileName, pieces }) {
      await limitFile(visit);
      const id = count === 0 ? upload : uuidFrom(String(count), upload);
      count += 1;
      const attached = await attachFile(db, { viewer: sender, id, to, fileName, pieces, limits, store: parts.store });
      // One that was there already has not been read.
      for await (const _ of pieces);
      onFile(attached, to);
    },
  });
  if (count === 0) throw new DomainError("noFile");
}

const kinds = [...places, "draft"] as const;

/** `post:0199…` */
function readDestination(text: string): Destination {
  const [name, id] = text.split(":");
  const kind = kinds.find((one) => one === name);
  if (!kind || !isId(id)) throw new DomainError("malformed");
  return { kind, id };
}
