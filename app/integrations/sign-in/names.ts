import type { Env } from "~/env.server";

type Named = Pick<Env, "OIDC_NAME" | "SSO_NAME">;

/** What people call a provider. */
export function providerName({ OIDC_NAME, SSO_NAME }: Named, provider: string): string {
  const names: Record<string, string> = { github: "GitHub", google: "Google", oidc: OIDC_NAME, sso: SSO_NAME };
  return names[provider] ?? provider;
}
