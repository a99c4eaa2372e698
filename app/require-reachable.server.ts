import { type Env, EnvError, hasMail } from "./env.server";

/**
 * A portal in production that nobody can sign in to, or whose mails lead nowhere, does not start: throws
 * {@link EnvError}. `MAIL=none` says that it is meant so.
 */
export function requireReachable(env: Env): void {
  if (env.NODE_ENV !== "production" || !env.DATABASE_URL) return;
  const faults: string[] = [];
  if (!env.BASE_URL)
    faults.push("BASE_URL is missing; links in mails need it, for example https://feedback.example.com.");
  if (!hasMail(env) && env.MAIL !== "none" && env.JOBS === "here") {
    faults.push(
      "SMTP_URL and RESEND_API_KEY are missing; without mail nobody can sign in. If that is meant, set MAIL=none.",
    );
  }
  if (faults.length > 0) throw new EnvError(faults);
}
