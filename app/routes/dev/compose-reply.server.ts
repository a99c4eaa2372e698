import { createTransport } from "nodemailer";

interface Answered {
  to: string;
  subject: string | null;
  text: string | null;
  headers: Record<string, string>;
}

/** An answer to a mail as mail programs write one, ready to be handed over: RFC 5322. */
export async function composeReply(mail: Answered, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const quote = (mail.text ?? "").split("\n").map((line) => `> ${line}`);
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: mail.to,
    to: mail.headers["Reply-To"],
    subject: `Re: ${mail.subject ?? ""}`,
    text: [text, "", "On Monday, the team wrote:", ...quote].join("\n"),
    ...(mail.headers.References && { references: mail.headers.References }),
  });
  return new Uint8Array(message as Buffer);
}
