/** A service outside by which people sign in; what goes wrong there rejects with a {@link ProviderFault}. */
export interface Account {
  /** As it stands in addresses. */
  key: string;
  /** What people call it. */
  name: string;
  begin(callback: string): Promise<Departure>;
  finish(returned: Returned): Promise<ProviderIdentity>;
}

/** The same for whoever signs somebody in by it: what goes wrong there is a word. */
export interface Provider {
  key: string;
  name: string;
  /** Where to send somebody, and what to remember until they come back to `callback`. */
  begin(callback: string): Promise<Departure | ProviderTrouble>;
  /** Who has come back. */
  finish(returned: Returned): Promise<ProviderIdentity | ProviderTrouble>;
}

interface Departure {
  address: string;
  remembered: Remembered;
}

/** What only the browser that set out knows. */
interface Remembered {
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

interface Returned {
  /** The whole address that the provider led to, under our own origin. */
  address: URL;
  remembered: Remembered;
}

export interface ProviderIdentity {
  subject: string;
  email: string | null;
  /** Whether the provider says that the address is the person's own. */
  isVerified: boolean;
  name: string | null;
}

/** `declined`: the person said no. `away`: it does not respond in time, or breaks. `wrong`: what it says cannot be trusted. */
export type ProviderTrouble = "declined" | "away" | "wrong";

export class ProviderFault extends Error {
  constructor(
    readonly trouble: ProviderTrouble,
    reason: string,
  ) {
    super(reason);
  }
}
