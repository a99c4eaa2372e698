import { type ResendFault, startResendDouble } from "../../fakes/resend-double";
import { type SmtpFault, startSmtpDouble } from "../../fakes/smtp-double";

/** A provider that answers slowly, fails and hangs up now and then, with what it has taken in the end. */
export interface Provider {
  name: "resend" | "smtp";
  /** What makes a worker use it. */
  env: Record<string, string>;
  /** The mails it took: to whom, and under which id, by which readers know a copy. */
  mails(): { to: string; id: string }[];
  contacts(): number;
  stop(): Promise<void>;
}

const faultEvery = 150;

export async function openResend(): Promise<Provider> {
  const double = await startResendDouble({ rate: 5 });
  const faults: ResendFault[] = [{ kind: "cut" }, { kind: "broken" }, { kind: "slow", ms: 400 }];
  const stopFaults = breakNowAndThen(() => double.fault(pick(faults)));
  return {
    name: "resend",
    env: { RESEND_API_KEY: double.key, RESEND_BASE_URL: double.url },
    mails: () => double.mails.map(({ to, id }) => ({ to: to[0] ?? "", id })),
    contacts: () => double.requests.length,
    async stop() {
      stopFaults();
      await double.stop();
    },
  };
}

export async function openSmtp(): Promise<Provider> {
  const double = await startSmtpDouble();
  const faults: SmtpFault[] = [{ kind: "cut" }, { kind: "answer", code: 451 }, { kind: "slow", ms: 300 }];
  const stopFaults = breakNowAndThen(() => double.fault(pick(faults)));
  return {
    name: "smtp",
    env: { SMTP_URL: double.url },
    mails: () => double.mails.map(({ to, messageId }) => ({ to: to[0] ?? "", id: messageId ?? "" })),
    contacts: () => double.connections,
    async stop() {
      stopFaults();
      await double.stop();
    },
  };
}

/** Plans a fault at random moments. */
function breakNowAndThen(plan: () => void): () => void {
  const timer = setInterval(() => Math.random() < 0.3 && plan(), faultEvery);
  return () => clearInterval(timer);
}

const pick = <Item>(items: Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;
