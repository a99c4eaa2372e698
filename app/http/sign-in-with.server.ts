import { DomainError } from "~/models/core/domain-error";
import { ownApp } from "~/models/core/sign-in/identity";
import type { SignInProvider } from "./sign-in-provider";
import type { Visit } from "./visit.server";

/** The provider in an address, if it is one of this portal's. Throws `notFound`. */
export function requireProvider({ providers }: Visit, { provider: key }: { provider?: string }): SignInProvider {
  const found = providers.find((provider) => provider.key === key);
  if (!found) throw new DomainError("notFound");
  return found;
}

const troubles = { declined: "providerDeclined", away: "providerAway", wrong: "providerWrong" } as const;

/** What people are told of it. */
export const troubleOf = ({ name }: SignInProvider, trouble: keyof typeof troubles): DomainError =>
  new DomainError(troubles[trouble], { params: { provider: name } });

/** What people call a provider, which may be configured no more. */
export const providerName = ({ providers, env }: Visit, key: string): string =>
  key === ownApp ? env.SSO_NAME : (providers.find((provider) => provider.key === key)?.name ?? key);
