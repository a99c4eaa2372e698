export interface MailFile {
  name: string;
  content: Uint8Array;
  /** Shown within the text. */
  inline: boolean;
}

/** A mail that came in, as far as it matters what became of it. */
export interface ReadMail {
  kind: "message" | "bounce" | "complaint" | "automatic" | "unreadable";
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: { address: string; name: string } | null;
  to: { address: string }[];
  cc: { address: string }[];
  /** Whom the envelope named. */
  deliveredTo: string[];
  subject: string;
  /** What the person wrote, and what is folded away. */
  text: string;
  quoted: string;
  autoReason: string | null;
  authenticationResults: string[];
  bounce?: { recipients: { address: string; permanent: boolean }[] };
  complaint?: { feedbackType: string; recipients: string[] };
  attachments: MailFile[];
}
