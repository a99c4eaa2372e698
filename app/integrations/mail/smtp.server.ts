import { createTransport } from "nodemailer";
import { type Handover, type Line, type Mailer, NotHandedOver, type OutgoingMail } from "./mailer";

const seconds = 1000;

type Transport = Pick<ReturnType<typeof createTransport>, "sendMail" | "close">;

/** Any server that speaks SMTP, `smtp://user:password@host:port`. Urgent mail has connections of its own. */
export function smtpMailer(url: string, from: string, socketTimeout = 30 * seconds): Mailer {
  const server = { url, connectionTimeout: 10 * seconds, greetingTimeout: 10 * seconds, socketTimeout };
  // A lost connection is for the job to judge: sent again unasked, a mail might come twice.
  const open = (): Transport => createTransport({ ...server, pool: true, maxRequeues: 0 });
  const [usual, urgent] = [open(), open()];
  const host = hostOf(from);

  async function sendOne({ id, ...mail }: OutgoingMail, transport: Transport): Promise<Handover> {
    try {
      const { response } = await transport.sendMail({ from, ...mail, messageId: `<${id}@${host}>` });
      return { id, outcome: "accepted", response: response ?? "" };
    } catch (error) {
      if (!isAboutThisMail(error as SmtpError)) throw new NotHandedOver((error as Error).message);
      return { id, outcome: "refused", response: (error as Error).message };
    }
  }

  return {
    name: "smtp",
    keepsText: false,
    async *send({ mails, isUrgent, onLine }) {
      const overheard = onLine && createTransport({ ...server, logger: listener(onLine), debug: true });
      try {
        const transport = overheard ?? (isUrgent ? urgent : usual);
        for (const mail of mails) yield [await sendOne(mail, transport)];
      } finally {
        overheard?.close();
      }
    },
    async close() {
      usual.close();
      urgent.close();
    },
  };
}

interface SmtpError extends Error {
  code?: string;
  /** What the server was answering to. */
  command?: string;
  responseCode?: number;
}

/**
 * Whether the server refuses this one mail for good. What it says to our greeting, login or sender is ours to put
 * right, and no mail may be lost for it.
 */
function isAboutThisMail({ code = "", command, responseCode = 500 }: SmtpError): boolean {
  return ["EENVELOPE", "EMESSAGE"].includes(code) && command !== "MAIL FROM" && responseCode >= 500;
}

/** `feedback.example.com` of `Groundswell <mail@feedback.example.com>`. */
const hostOf = (from: string): string => /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? "localhost";

const speakers: Record<string, Line["speaker"]> = { client: "us", server: "provider", network: "note" };

/** Nodemailer says what it does to a logger, passwords left out; of the mail itself only how long it is. */
function listener(onLine: (line: Line) => void) {
  const hear = (line: { tnx?: string }, text: string, ...values: unknown[]) => {
    const speaker = speakers[line.tnx ?? ""];
    if (speaker) onLine({ speaker, text: fill(text, values).replace(/^(AUTH \S+) .+/, "$1 …") });
  };
  return { level: () => {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}

const fill = (text: string, values: unknown[]): string => text.replace(/%[sdj]/g, () => String(values.shift()));
