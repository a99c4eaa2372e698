import { merged } from "~/models/core/merged";
import * as kinds from "./kinds";
import type { MailKind, QueuedKind } from "./mail-kind";

/** Every kind of mail that waits to be written; one that is missing does not compile. */
export const mailKinds: Record<QueuedKind, MailKind> = merged(kinds);
