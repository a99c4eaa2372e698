import type { User } from "~/models/core/users/viewer";
import { forgetInvitation, readInvitation } from "./invitation-cookie.server";
import { rememberDevice } from "./known-device.server";
import { startSession } from "./session.server";
import type { Visit } from "./visit.server";

interface SignedIn {
  user: User;
  email: string | null;
  /** `mail`, `passkey`, or a provider. */
  way: string;
}

/** Signs somebody in on this device, whichever way they came. */
export async function beginSession(
  { request, context }: { request: Request; context: Visit },
  { user, email, way }: SignedIn,
): Promise<void> {
  await startSession(context, user.id, way);
  if (readInvitation(request, context)) forgetInvitation(context);
  if (email) rememberDevice(context, email);
}
