import { Resend } from "resend";
import { expect, test } from "vitest";
import { isGenuine } from "~/endpoints/hooks/standard-webhooks.server";
import { hookSecret as secret, signHook } from "../support/resend-hooks";

const body = '{ "type": "email.delivered",\n "data": { "subject": "Grüße 👋" } }';
const minutes = 60_000;

function sign({ at = new Date(), by = secret, of = body } = {}) {
  return {
    id: "msg_1",
    timestamp: String(Math.floor(at.getTime() / 1000)),
    signatures: signHook(by, { id: "msg_1", at, body: of }),
  };
}

/** What the SDK thinks of the same message. */
function isGenuineToSdk({ id, timestamp, signatures }: ReturnType<typeof sign>, payload: string): boolean {
  try {
    const headers = { id, timestamp, signature: signatures };
    new Resend("re_x").webhooks.verify({ payload, headers, webhookSecret: secret });
    return true;
  } catch {
    return false;
  }
}

const other = `whsec_${Buffer.from("somebody else's secret").toString("base64")}`;
const before = (ms: number) => new Date(Date.now() - ms);
const genuine = sign();

test.each([
  ["as it was signed", genuine, body, true],
  ["with another signature before it", { ...genuine, signatures: `v1,AAAA ${genuine.signatures}` }, body, true],
  ["four minutes old", sign({ at: before(4 * minutes) }), body, true],
  ["six minutes old", sign({ at: before(6 * minutes) }), body, false],
  ["six minutes ahead", sign({ at: before(-6 * minutes) }), body, false],
  ["signed by another", sign({ by: other }), body, false],
  ["with another body", genuine, body.replace("delivered", "complained"), false],
  ["with the same body in other bytes", genuine, JSON.stringify(JSON.parse(body)), false],
  ["under another id", { ...genuine, id: "msg_2" }, body, false],
  ["with another time", { ...genuine, timestamp: String(Number(genuine.timestamp) + 1) }, body, false],
  ["with no time", { ...genuine, timestamp: "now" }, body, false],
  ["with another version", { ...genuine, signatures: genuine.signatures.replace("v1,", "v1a,") }, body, false],
  ["with no signature", { ...genuine, signatures: "" }, body, false],
])("a message %s: we judge as the SDK does", (_name, headers, sent, expected) => {
  expect(isGenuineToSdk(headers, sent)).toBe(expected);
  expect(isGenuine(secret, headers, Buffer.from(sent))).toBe(expected);
});
