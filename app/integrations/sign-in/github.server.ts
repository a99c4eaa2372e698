import { z } from "zod";
import { inTime } from "./in-time.server";
import { type Account, ProviderFault, type ProviderIdentity } from "./provider";

interface Client {
  clientId: string;
  clientSecret: string;
  /** https://github.com, or a GitHub Enterprise Server. */
  baseUrl: string;
}

const load = () => import("arctic");

/** GitHub, which knows OAuth and no ID tokens: who somebody is, its API says. */
export function openGithub({ clientId, clientSecret, baseUrl }: Client): Account {
  const client = async (callback: string) => new (await load()).OAuth2Client(clientId, clientSecret, callback);
  const api = baseUrl === "https://github.com" ? "https://api.github.com" : `${baseUrl}/api/v3`;
  return {
    key: "github",
    name: "GitHub",
    async begin(callback) {
      const { CodeChallengeMethod, generateCodeVerifier, generateState } = await load();
      const remembered = { state: generateState(), nonce: "", verifier: generateCodeVerifier() };
      const address = (await client(callback)).createAuthorizationURLWithPKCE(
        `${baseUrl}/login/oauth/authorize`,
        remembered.state,
        CodeChallengeMethod.S256,
        remembered.verifier,
        ["user:email"],
      );
      return { address: address.href, remembered };
    },
    finish: ({ address, remembered }) =>
      asked(async () => {
        const { searchParams, origin, pathname } = address;
        const refusal = searchParams.get("error");
        if (refusal) throw new ProviderFault(refusal === "access_denied" ? "declined" : "wrong", refusal);
        const code = searchParams.get("code");
        if (!code) throw new ProviderFault("wrong", "no code");
        const oauth = await client(origin + pathname);
        const token = `${baseUrl}/login/oauth/access_token`;
        const tokens = await oauth.validateAuthorizationCode(token, code, remembered.verifier);
        // GitHub says what is wrong with a status of 200.
        if (!("access_token" in tokens.data)) throw new ProviderFault("wrong", "no access token");
        return findIdentity(api, tokens.accessToken());
      }),
  };
}

const person = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function findIdentity(api: string, token: string): Promise<ProviderIdentity> {
  const [{ id, login, name }, emails] = await Promise.all([
    read(`${api}/user`, token, person),
    read(`${api}/user/emails`, token, addresses),
  ]);
  const primary = emails.find((one) => one.primary) ?? emails.find(({ verified }) => verified);
  return {
    subject: String(id),
    email: primary?.email ?? null,
    isVerified: primary?.verified ?? false,
    name: name || login,
  };
}

async function read<Schema extends z.ZodType>(url: string, token: string, schema: Schema): Promise<z.output<Schema>> {
  const headers = {
    Accept: "application/vnd.github+json",
    Authorization: `Bearer ${token}`,
    "User-Agent": "groundswell",
  };
  const response = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new ProviderFault(response.status >= 500 ? "away" : "wrong", `status ${response.status}`);
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) throw new ProviderFault("wrong", "a response of another shape");
  return parsed.data;
}

async function asked<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await inTime(ask);
  } catch (error) {
    throw error instanceof ProviderFault ? error : await faultOf(error);
  }
}

async function faultOf(error: unknown): Promise<ProviderFault> {
  const { ArcticFetchError, OAuth2RequestError, UnexpectedResponseError } = await load();
  const { message } = error as Error;
  if (error instanceof OAuth2RequestError) return new ProviderFault("wrong", error.code);
  const isAway = error instanceof ArcticFetchError || error instanceof TypeError || error instanceof SyntaxError;
  const isLate = error instanceof DOMException;
  const isBroken = error instanceof UnexpectedResponseError;
  return new ProviderFault(isAway || isLate || isBroken ? "away" : "wrong", message);
}
