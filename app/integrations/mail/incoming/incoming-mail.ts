/** An address as it is written, letters' case kept: the token of a plus address may depend on it. */
export interface MailAddress {
  address: string;
  /** Empty where none is given. */
  name: string;
}

export interface MailAttachment {
  /** Never empty: made up from its type where the mail names none. */
  name: string;
  type: string;
  content: Uint8Array;
  /** Without angle brackets; what `cid:` in the HTML speaks of. */
  contentId: string | null;
  /** Shown within the text, such as a picture in a signature. */
  inline: boolean;
}

export interface BouncedRecipient {
  address: string;
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** As in RFC 3463, `5.1.1`; empty where the report says none. */
  status: string;
  /** Whether another try is pointless. */
  permanent: boolean;
}

export interface Bounce {
  recipients: BouncedRecipient[];
  /** Of the mail that came back; without angle brackets. */
  originalMessageId: string | null;
}

export interface Complaint {
  /** `abuse`, `fraud`, `opt-out`, `not-spam`, … as RFC 5965 names them. */
  feedbackType: string;
  /** Who complained, as far as the provider says. */
  recipients: string[];
  originalMessageId: string | null;
}

/** What a mail says, as plain data. All ids are without angle brackets. */
export interface IncomingMail {
  kind: "message" | "bounce" | "complaint" | "automatic" | "unreadable";
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  /** Whom servers say they delivered to, by which a plus address is found that `To` does not show. */
  deliveredTo: string[];
  subject: string;
  /** Null where the mail has none that can be read. */
  date: Date | null;
  /** What the person wrote. */
  text: string;
  /** What was folded away: quotes, signatures, disclaimers. With `text` it is the whole mail. */
  quoted: string;
  returnPathEmpty: boolean;
  /** Why it is taken for sent by a machine: the header or the words; null for a person's. */
  autoReason: string | null;
  /** The values of `Authentication-Results`, the last server's first. */
  authenticationResults: string[];
  bounce?: Bounce;
  complaint?: Complaint;
  attachments: MailAttachment[];
}

/** What stands for a mail that cannot be read. */
export const unreadableMail = (): IncomingMail => ({
  kind: "unreadable",
  messageId: null,
  inReplyTo: [],
  references: [],
  from: null,
  replyTo: [],
  to: [],
  cc: [],
  deliveredTo: [],
  subject: "",
  date: null,
  text: "",
  quoted: "",
  returnPathEmpty: false,
  autoReason: null,
  authenticationResults: [],
  attachments: [],
});
