/** How a test mail fared. */
export interface TestMailReport {
  to: string;
  /** `resend`, `smtp` or `outbox`. */
  transport: string;
  outcome: "accepted" | "refused" | "postponed";
  /** In the provider's words. */
  response: string;
  /** How long the whole talk took. */
  milliseconds: number;
  talk: { speaker: "us" | "provider" | "note"; text: string }[];
}
