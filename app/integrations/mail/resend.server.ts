import { type ErrorResponse, Resend } from "resend";
import { type Batch, type Handover, type Line, type Mailer, NotHandedOver, type OutgoingMail } from "./mailer";
import { longestRest, Pace, restAskedFor } from "./pace.server";

interface Account {
  key: string;
  /** Without a slash at its end. */
  baseUrl: string;
  from: string;
}

type Ask = Pick<Batch, "isUrgent" | "onLine">;

type ResendResponse<Data> = { headers: Record<string, string> | null } & (
  | { data: Data; error: null }
  | { data: null; error: ErrorResponse }
);

/** Milliseconds for one request; the SDK would wait for ever. */
const patience = 20_000;

/** How often a request is made again, within one call, that came too early. */
const mostTries = 5;

/** Resend, through its SDK, which never throws and tries nothing twice. */
export function resendMailer({ key, baseUrl, from }: Account, timeout = patience): Mailer {
  const resend = new Resend(key, { baseUrl });
  const pace = new Pace();

  /** The same mail is the same request, byte for byte: Resend takes it once. */
  const letter = ({ id, to, subject, html, text, headers: { From, ...headers } }: OutgoingMail) => ({
    from: From ?? from,
    to,
    subject,
    html,
    text,
    headers,
    tags: [{ name: "delivery", value: id }],
  });

  async function ask<Data>(
    request: (signal: AbortSignal) => Promise<ResendResponse<Data>>,
    { isUrgent = false, onLine }: Ask,
  ) {
    for (let tries = 1; ; tries++) {
      const response = await pace.ask(() => request(AbortSignal.timeout(timeout)), isUrgent);
      const { error, headers } = response;
      onLine?.({ speaker: "provider", text: JSON.stringify(error ?? response.data) });
      if (!error || !isPassing(error)) return response;
      const rest = restAskedFor(headers);
      const isTooEarly = error.name === "rate_limit_exceeded" && rest <= longestRest;
      if (!isTooEarly || tries === mostTries) throw new NotHandedOver(inWords(error), rest || undefined);
    }
  }

  async function sendOne(mail: OutgoingMail, how: Ask): Promise<Handover> {
    const { id } = mail;
    const body = letter(mail);
    announce(how.onLine, { address: `${baseUrl}/emails`, id, body });
    const { data, error } = await ask((signal) => resend.emails.send(body, { idempotencyKey: id, signal }), how);
    return error
      ? refusal(id, error)
      : { id, outcome: "accepted", providerId: data.id, response: JSON.stringify(data) };
  }

  return {
    name: "resend",
    keepsText: false,
    async *send({ id, mails, ...how }) {
      const [only] = mails;
      if (only && mails.length === 1) return yield [await sendOne(only, how)];
      const options = { idempotencyKey: keyOf(id, mails), batchValidation: "permissive" as const };
      const request = (signal: AbortSignal) => resend.batch.send(mails.map(letter), { ...options, signal });
      const { data, error } = await ask(request, how);
      if (data) yield readBatch(mails, data);
      else if (!isAboutContent(error)) yield mails.map((mail) => refusal(mail.id, error));
      // Perhaps only one of them is wrong.
      else for (const mail of mails) yield [await sendOne(mail, how)];
    },
    async receive(providerId) {
      const { data, error } = await pace.ask(() => resend.emails.receiving.get(providerId), false);
      if (!data) throw new NotHandedOver(inWords(error));
      if (!data.raw) throw new Error("Resend does not say where the mail that came in lies.");
      const response = await fetch(data.raw.download_url, { signal: AbortSignal.timeout(timeout) });
      if (!response.ok) throw new NotHandedOver(`${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async close() {},
  };
}

/** A batch only ever shrinks, once some of its mails are settled: its length tells which of its requests this is. */
const keyOf = (batchId: string, mails: OutgoingMail[]): string => `${batchId}/${mails.length}`;

const ownFaults = new Set(["missing_api_key", "invalid_api_key", "restricted_api_key"]);

/** Whether the same request may succeed later. A wrong key says nothing about the mail: it waits for the right one. */
function isPassing({ name, statusCode }: ErrorResponse): boolean {
  if (statusCode === null || statusCode >= 500 || statusCode === 429) return true;
  return name === "concurrent_idempotent_requests" || ownFaults.has(name);
}

const isAboutContent = ({ statusCode }: ErrorResponse): boolean => statusCode === 400 || statusCode === 422;

/** An error of Resend's as a sentence that staff are shown while mail waits. */
function inWords({ name, message, statusCode }: ErrorResponse): string {
  const quota = /^(daily|monthly)_quota_exceeded$/.exec(name)?.[1];
  if (quota) return `The ${quota} quota at Resend is used up: ${message}`;
  return statusCode === null ? `Resend did not answer: ${message}` : `${statusCode} ${name}: ${message}`;
}

const refusal = (id: string, { statusCode, name, message }: ErrorResponse): Handover => ({
  id,
  outcome: "refused",
  response: `${statusCode} ${name}: ${message}`,
});

interface BatchResponse {
  data: { id: string }[];
  errors?: { index: number; message: string }[];
}

/** Which mail each part of the response speaks of: refused ones by their place, the others in their order. */
function readBatch(mails: OutgoingMail[], { data, errors = [] }: BatchResponse): Handover[] {
  const faults = new Map(errors.map(({ index, message }) => [index, message]));
  const isGapless = data.length === mails.length;
  let taken = 0;
  return mails.map(({ id }, i) => {
    const fault = faults.get(i);
    if (fault !== undefined) return { id, outcome: "refused", response: fault };
    const response = data[isGapless ? i : taken++];
    return { id, outcome: "accepted", providerId: response?.id, response: JSON.stringify(response ?? {}) };
  });
}

function announce(
  onLine: ((line: Line) => void) | undefined,
  { address, id, body: { html, text, ...body } }: { address: string; id: string; body: { html: string; text: string } },
): void {
  const parts = { html: `… ${html.length} characters`, text: `… ${text.length} characters` };
  onLine?.({ speaker: "us", text: `POST ${address}` });
  onLine?.({ speaker: "us", text: `Authorization: Bearer …\nIdempotency-Key: ${id}` });
  onLine?.({ speaker: "us", text: JSON.stringify({ ...body, ...parts }, null, 2) });
}
