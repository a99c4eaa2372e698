import type { Env } from "~/env.server";
import type { Log } from "~/log.server";
import { openGithub } from "./github.server";
import { openOidc } from "./oidc.server";
import { type Account, type Provider, ProviderFault, type ProviderTrouble } from "./provider";

/** Those that the environment names, in the order in which people are offered them. */
export function openProviders(env: Env, log: Log): Provider[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env;
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env;
  const accounts: Account[] = [];
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    const account = { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
    accounts.push(openOidc({ key: "oidc", name: OIDC_NAME, ...account }));
  }
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    const account = { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET };
    accounts.push(openOidc({ key: "google", name: "Google", issuer: "https://accounts.google.com", ...account }));
  }
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET) {
    const account = { clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET };
    accounts.push(openGithub({ baseUrl: env.GITHUB_BASE_URL, ...account }));
  }
  return accounts.map((account) => withLog(account, log));
}

/** Says in the log why somebody could not sign in; never who, and no code. */
function withLog({ key, name, ...account }: Account, log: Log): Provider {
  const note =
    (step: string) =>
    (error: unknown): ProviderTrouble => {
      if (!(error instanceof ProviderFault)) throw error;
      const { trouble, message: reason } = error;
      if (trouble !== "declined")
        log.warn({ provider: key, step, trouble, reason: reason.slice(0, 200) }, "sign-in by a provider");
      return trouble;
    };
  return {
    key,
    name,
    begin: (callback) => account.begin(callback).catch(note("begin")),
    finish: (returned) => account.finish(returned).catch(note("finish")),
  };
}
