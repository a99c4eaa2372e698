export interface OutgoingMail {
  /** Ours; the same mail handed over again has the same id. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** Hands mail over to a provider. Rejects when the provider did not take it. */
export interface Mailer {
  /** Resolves to the provider's answer in its own words. */
  send(mail: OutgoingMail): Promise<string>;
  close(): void;
}
