import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { importUploads, type UploadChoices } from "#db/schema";
import { DomainError } from "../../../core/domain-error";
import { recordEvent } from "../../../core/events/record.server";
import { mayAdminister } from "../../../core/users/policy";
import type { User } from "../../../core/users/viewer";
import { applyChoices, type Chosen } from "./chosen";
import { countRows, type UploadFault, type UploadReport } from "./report";

interface Choose {
  viewer: User;
  id: string;
  chosen: Chosen;
  /** What changes how the file is read is looked at first, whatever is asked for. */
  step: "check" | "import";
  at?: Date;
}

/**
 * Has a file that was looked at read in another way, or imported as it was seen. Resolves to what is done. Throws
 * `forbidden`, `notFound`, `importNotWaiting` or `importDatesOpen`.
 */
export async function chooseForUpload(db: Db, choose: Choose): Promise<"checking" | "importing"> {
  const { viewer, id, chosen, step, at = new Date() } = choose;
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [upload] = await tx.select().from(importUploads).where(eq(importUploads.id, id)).for("update");
    if (!upload) throw new DomainError("notFound");
    const { state, fileName } = upload;
    if (state !== "checked" && state !== "refused") throw new DomainError("importNotWaiting");
    const report = upload.report as UploadReport | null;
    const choices = applyChoices(upload.choices, chosen, { report, fault: upload.fault as UploadFault | null });
    const next = { choices, fault: null, done: 0 };
    if (step === "check" || state === "refused" || !report || !isSeen(upload.choices, choices)) {
      await tx
        .update(importUploads)
        .set({ ...next, state: "checking", total: report ? report.good + report.refused : 0 })
        .where(eq(importUploads.id, id));
      await enqueue(tx, [{ name: "check-upload", data: { uploadId: id } }]);
      return "checking";
    }
    // What could be read two ways is asked for, and never guessed.
    if (report.csv?.dates?.question) throw new DomainError("importDatesOpen");
    await tx
      .update(importUploads)
      .set({ ...next, state: "importing", total: countRows(report) })
      .where(eq(importUploads.id, id));
    await recordEvent(tx, { type: "import.requested", actorId: viewer.id, data: { importId: id, fileName }, at });
    await enqueue(tx, [{ name: "import-upload", data: { uploadId: id } }]);
    return "importing";
  });
}

/** Whether new choices leave a file read as it was; only the board of posts without one may differ. */
function isSeen(before: UploadChoices, now: UploadChoices): boolean {
  const worded = ({ format, encoding, dates, source, columns, statuses }: UploadChoices) =>
    JSON.stringify([format, encoding, dates, source, Object.entries(columns).sort(), Object.entries(statuses).sort()]);
  return worded(before) === worded(now);
}
