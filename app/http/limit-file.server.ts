import { limitActions, limitAddress } from "./rate-limit.server";
import type { Visit } from "./visit.server";

/** Each file that somebody sends counts; those without an account may send fewer. */
export async function limitFile(visit: Visit): Promise<void> {
  if (!visit.viewer) await limitAddress("fileOfGuest", visit);
  await limitActions("file", visit);
  await limitActions("filesOfDay", visit);
}
