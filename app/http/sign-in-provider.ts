/** A service outside by which people sign in. */
export interface SignInProvider {
  /** As it stands in addresses. */
  key: string;
  /** What people call it. */
  name: string;
  /** Where to send somebody, and what to remember until they come back to `callback`. */
  begin(callback: string): Promise<{ address: string; remembered: Remembered } | ProviderTrouble>;
  /** Who has come back. */
  finish(returned: { address: URL; remembered: Remembered }): Promise<ProviderIdentity | ProviderTrouble>;
}

/** What only the browser that set out knows. */
interface Remembered {
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

interface ProviderIdentity {
  subject: string;
  email: string | null;
  /** Whether the provider says that the address is the person's own. */
  isVerified: boolean;
  name: string | null;
}

/** `declined`: the person said no. `away`: it does not respond in time, or breaks. `wrong`: what it says cannot be trusted. */
type ProviderTrouble = "declined" | "away" | "wrong";
