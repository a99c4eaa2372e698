import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived, and as a mail program would read it. */
export interface SmtpMail {
  from: string;
  to: string[];
  /** `<…@…>` */
  messageId: string | undefined;
  raw: Buffer;
  mail: Email;
}

export type SmtpFault =
  /** The whole mail is put off or refused, once its words have arrived. */
  | { kind: "answer"; code: number }
  /** The connection ends once the mail is taken, so nobody hears that it is. */
  | { kind: "cut" }
  | { kind: "slow"; ms: number }
  /** Answered instead of a greeting. */
  | { kind: "greeting"; code: number };

/** A mail server that takes every mail, and breaks where it is told to. With a password, it lets nobody in without. */
export async function startSmtpDouble({ password }: { password?: string } = {}) {
  const double = new SmtpDouble(password);
  await double.start();
  return double;
}

class SmtpError extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

export class SmtpDouble {
  /** Every mail that was taken, also those whose sender did not hear so. */
  readonly mails: SmtpMail[] = [];
  /** How many connections were opened. */
  connections = 0;
  /** Addresses nobody lives at: 550. */
  readonly refused = new Set<string>();
  readonly #faults: SmtpFault[] = [];
  readonly #server: SMTPServer;

  constructor(readonly password?: string) {
    this.#server = new SMTPServer({
      authOptional: password === undefined,
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (_session, done) => {
        this.connections++;
        const fault = this.#take("greeting");
        done(fault && new SmtpError(fault.code, "Not now"));
      },
      onAuth: (auth, _session, done) => {
        if (auth.password === this.password) return done(null, { user: auth.username });
        done(new SmtpError(535, "Authentication failed"));
      },
      onRcptTo: ({ address }, _session, done) => {
        done(this.refused.has(address) ? new SmtpError(550, `No such person: ${address}`) : null);
      },
      onData: async (stream, session, done) => {
        const raw = await buffer(stream).catch(() => undefined);
        // Whoever went away in the middle of a mail has sent none.
        if (!raw) return;
        const fault = this.#take("answer", "cut", "slow");
        if (fault?.kind === "slow") await pause(fault.ms);
        if (fault?.kind === "answer") return done(new SmtpError(fault.code, "As it was told to"));
        const mail = await PostalMime.parse(raw);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        this.mails.push({ from, to: rcptTo.map(({ address }) => address), messageId: mail.messageId, raw, mail });
        if (fault?.kind === "cut") return this.#cut(session.id);
        done();
      },
    });
    // A client that goes away in the middle is no fault of ours.
    this.#server.on("error", () => {});
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    const login = this.password === undefined ? "" : `portal:${encodeURIComponent(this.password)}@`;
    return `smtp://${login}127.0.0.1:${port}`;
  }

  /** What goes wrong next, one after the other. */
  fault(fault: SmtpFault, times = 1): void {
    for (let i = 0; i < times; i++) this.#faults.push(fault);
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #take<Kind extends SmtpFault["kind"]>(...kinds: Kind[]): Extract<SmtpFault, { kind: Kind }> | undefined {
    const [next] = this.#faults;
    if (!next || !kinds.includes(next.kind as Kind)) return;
    return this.#faults.shift() as Extract<SmtpFault, { kind: Kind }>;
  }

  #cut(sessionId: string): void {
    const { connections } = this.#server as unknown as {
      connections: Set<{ id: string; _socket: { destroy(): void } }>;
    };
    for (const connection of connections) if (connection.id === sessionId) connection._socket.destroy();
  }
}
