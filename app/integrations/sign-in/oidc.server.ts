import type { ClientAuth, Configuration, IDToken, UserInfoResponse } from "openid-client";
import { inTime } from "./in-time.server";
import { type Account, ProviderFault, type ProviderIdentity } from "./provider";

interface Client {
  key: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const hour = 60 * 60_000;
/** Seconds for one request. */
const patience = 5;

// Loaded when somebody signs in that way: a start should be quick.
const load = () => import("openid-client");
type Library = Awaited<ReturnType<typeof load>>;

/** Any OpenID Connect provider: authorization code, PKCE, nonce, and the signature of every ID token checked. */
export function openOidc({ key, name, ...client }: Client): Account {
  let kept: { config: Promise<Configuration>; at: number } | undefined;

  /** What the provider says of itself, for an hour; a failure is not kept. */
  function configuration(): Promise<Configuration> {
    if (kept && Date.now() - kept.at < hour) return kept.config;
    const config = discover(client);
    const fresh = { config, at: Date.now() };
    kept = fresh;
    config.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return config;
  }

  return {
    key,
    name,
    begin: (callback) =>
      asked(async () => {
        const library = await load();
        const config = await configuration();
        const remembered = {
          state: library.randomState(),
          nonce: library.randomNonce(),
          verifier: library.randomPKCECodeVerifier(),
        };
        const address = library.buildAuthorizationUrl(config, {
          redirect_uri: callback,
          scope: "openid email profile",
          state: remembered.state,
          nonce: remembered.nonce,
          code_challenge: await library.calculatePKCECodeChallenge(remembered.verifier),
          code_challenge_method: "S256",
        });
        return { address: address.href, remembered };
      }),
    finish: ({ address, remembered }) =>
      asked(async () => {
        const library = await load();
        const config = await configuration();
        const tokens = await library.authorizationCodeGrant(config, address, {
          expectedState: remembered.state,
          expectedNonce: remembered.nonce,
          pkceCodeVerifier: remembered.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new ProviderFault("wrong", "no ID token");
        const isComplete = claims.email !== undefined || !config.serverMetadata().userinfo_endpoint;
        const info = isComplete ? claims : await library.fetchUserInfo(config, tokens.access_token, claims.sub);
        return identityOf(claims.sub, info);
      }),
  };
}

async function discover({ issuer, clientId, clientSecret }: Omit<Client, "key" | "name">): Promise<Configuration> {
  const library = await load();
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = library;
  const url = new URL(issuer);
  // Only to this machine (app/env.server.ts).
  const insecure = url.protocol === "http:" ? [allowInsecureRequests] : [];
  const execute = [enableNonRepudiationChecks, ...insecure];
  return discovery(url, clientId, undefined, authentication(library, clientSecret), { execute, timeout: patience });
}

/** Whichever way the provider takes the secret; where it does not say, the standard has said it. */
function authentication({ ClientSecretBasic, ClientSecretPost }: Library, secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (known.includes("client_secret_post") ? post : basic)(server, ...rest);
  };
}

/** Some write the flag as a text. */
function identityOf(subject: string, { email, email_verified, name }: IDToken | UserInfoResponse): ProviderIdentity {
  const isVerified = email_verified === true || (email_verified as unknown) === "true";
  return {
    subject,
    email: typeof email === "string" ? email : null,
    isVerified,
    name: typeof name === "string" ? name : null,
  };
}

async function asked<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await inTime(ask);
  } catch (error) {
    throw error instanceof ProviderFault ? error : await faultOf(error);
  }
}

/** Codes of the library that say that nothing sensible came, whatever was to be in it. */
const silences = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_PARSE_ERROR"]);

async function faultOf(error: unknown): Promise<ProviderFault> {
  const { AuthorizationResponseError, ResponseBodyError } = await load();
  const { code = "", message, cause } = error as Error & { code?: string };
  const reason = `${code} ${cause instanceof Error ? cause.message : message}`.trim();
  if (error instanceof AuthorizationResponseError) {
    const isDeclined = error.error === "access_denied";
    return new ProviderFault(isDeclined ? "declined" : "wrong", error.error);
  }
  if (error instanceof ResponseBodyError) {
    return new ProviderFault(error.status >= 500 ? "away" : "wrong", error.error);
  }
  // What fetch throws, when there is nobody.
  const isUnreachable = error instanceof TypeError && cause !== undefined;
  return new ProviderFault(isUnreachable || silences.has(code) ? "away" : "wrong", reason);
}
