import { z } from "zod";

/** Characters of what an authenticator sends. */
export const longestResponse = 20_000;

const response = z.object({
  id: z.string().min(1).max(2000),
  rawId: z.string(),
  type: z.literal("public-key"),
  response: z.looseObject({
    clientDataJSON: z.string(),
    transports: z.array(z.string().max(30)).max(10).optional(),
    userHandle: z.string().max(200).nullish(),
  }),
  clientExtensionResults: z.looseObject({}).default({}),
});

const clientData = z.object({ challenge: z.string().max(1000) });

export interface PasskeyResponse {
  id: string;
  /** As it was given to the browser. */
  challenge: string;
  /** The same as the authenticator has sent it. */
  encodedChallenge: string;
  transports: string[];
  /** All of it, for the library to check. */
  whole: z.output<typeof response>;
}

/** What a browser has sent of an authenticator's; undefined where it is nothing of the kind. */
export function readResponse(text: string): PasskeyResponse | undefined {
  const parsed = response.safeParse(parseJson(text));
  if (!parsed.success) return;
  const { id, response: inner } = parsed.data;
  const client = clientData.safeParse(parseJson(decode(inner.clientDataJSON)));
  if (!client.success) return;
  const { challenge } = client.data;
  const { transports = [] } = inner;
  return { id, challenge: decode(challenge), encodedChallenge: challenge, transports, whole: parsed.data };
}

const decode = (text: string): string => Buffer.from(text, "base64url").toString();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
