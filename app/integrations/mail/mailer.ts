export interface OutgoingMail {
  /** Ours; the same mail handed over again has the same id. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** `From` is there where it is another than the transport's own. */
  headers: Record<string, string>;
}

/** Whether the provider took a mail, and what it said. */
export interface Handover {
  id: string;
  outcome: "accepted" | "refused";
  /** The provider's id of the mail, which its hooks speak of. */
  providerId?: string;
  /** In the provider's own words. */
  response: string;
}

/** Mails that go in one request, and again in the same one if its response was lost. */
export interface Batch {
  /** Ours; the same for each try. */
  id: string;
  mails: OutgoingMail[];
  /** Somebody is waiting for it: goes before all others. */
  isUrgent?: boolean;
  /** Hears what is said to the provider and what it answers, secrets left out. */
  onLine?(line: Line): void;
}

/** A line of the talk with a provider. */
export interface Line {
  speaker: "us" | "provider" | "note";
  text: string;
}

/** Hands mail over to a provider. */
export interface Mailer {
  name: "resend" | "smtp" | "outbox";
  /** The outbox shows what it was given; from others it goes once they have it. */
  keepsText: boolean;
  /**
   * Yields what became of mails as soon as it is known, those of one request together. Throws {@link NotHandedOver} when the provider cannot
   * be asked or does not answer; mails not yielded until then are to be handed over again.
   */
  send(batch: Batch): AsyncIterable<Handover[]>;
  /** Fetches a mail that came in, as it came; absent where the provider takes none. Throws where it cannot be had now. */
  receive?(providerId: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The provider could not be asked, or did not answer: worth another try. */
export class NotHandedOver extends Error {
  constructor(
    message: string,
    /** Milliseconds that the provider asked to wait. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
