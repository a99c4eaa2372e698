/** Who somebody is to a service outside, as it says itself. */
export interface Identity {
  provider: string;
  /** The provider's own id of the person. */
  subject: string;
  /** As the provider has it. */
  email: string | null;
  /** Whether the provider says that the address is the person's own. */
  isVerified: boolean;
}

/** Whoever signs in by tokens of the customer's own app. */
export const ownApp = "sso";
