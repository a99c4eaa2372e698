import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import { keepAlive } from "../keep-alive";

/** Who signs in at the provider. */
export interface OidcPerson {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  name?: string;
}

export type OidcFault =
  /** An ID token that somebody else has signed, under the provider's key id. */
  | "signature"
  | "nonce"
  | "audience"
  | "issuer"
  | "expired"
  | "unsigned"
  /** The token comes with a status of 500 and a page of HTML. */
  | "broken"
  /** Nothing says what the provider is. */
  | "undiscovered"
  /** The token takes its time. */
  | "slow"
  /** The person says no. */
  | "declined"
  /** What it says of the person is of somebody else. */
  | "other person";

interface Grant {
  nonce: string;
  challenge: string;
  callback: string;
}

/** A provider that keeps the rules of OpenID Connect, and lies or breaks where it is told to. */
export class OidcDouble {
  readonly client = { id: "groundswell", secret: "a-secret-of-the-client" };
  person: OidcPerson = { sub: "1", email: "ben@example.com", email_verified: true, name: "Ben" };
  fault: OidcFault | undefined;
  /** Whether the ID token says who it is, or only the endpoint for that. */
  tellsLittle = false;
  /** Bytes of what it gives out to be redeemed; some providers take thousands. */
  codeSize = 16;
  /** Milliseconds. */
  delay = 60_000;
  readonly asked: string[] = [];
  readonly #grants = new Map<string, Grant>();
  readonly #server = createServer(keepAlive, (request, response) => void this.#respond(request, response));
  #own!: CryptoKey;
  #stranger!: CryptoKey;
  #keys: object = {};

  async start(): Promise<this> {
    const [own, stranger] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
    this.#own = own.privateKey;
    this.#stranger = stranger.privateKey;
    this.#keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "1", alg: "RS256", use: "sig" }] };
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.issuer);
    this.asked.push(url.pathname);
    const send = (status: number, body: object) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    const breakDown = () => response.writeHead(500, { "Content-Type": "text/html" }).end("<h1>Bad day</h1>");
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return void (this.fault === "undiscovered" ? breakDown() : send(200, this.#metadata()));
      case "/jwks":
        return void send(200, this.#keys);
      case "/authorize":
        return void response.writeHead(302, { Location: this.#authorize(url.searchParams).href }).end();
      case "/token": {
        if (this.fault === "broken") return void breakDown();
        const form = new URLSearchParams(await text(request));
        if (this.fault === "slow") await pause(this.delay, undefined, { ref: false });
        // By now it may have been stopped.
        if (response.destroyed) return;
        const { status, body } = await this.#redeem(form, request.headers.authorization);
        return void send(status, body);
      }
      case "/userinfo":
        return void send(200, this.fault === "other person" ? { ...this.person, sub: "somebody" } : this.person);
      default:
        return void send(404, {});
    }
  }

  #metadata() {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    };
  }

  #authorize(asked: URLSearchParams): URL {
    const callback = asked.get("redirect_uri") ?? "";
    const back = new URL(callback);
    back.searchParams.set("state", asked.get("state") ?? "");
    const isWrong = asked.get("client_id") !== this.client.id || asked.get("code_challenge_method") !== "S256";
    const error = this.fault === "declined" ? "access_denied" : isWrong ? "invalid_request" : undefined;
    if (error) {
      back.searchParams.set("error", error);
      return back;
    }
    const code = randomBytes(this.codeSize).toString("base64url");
    this.#grants.set(code, {
      nonce: asked.get("nonce") ?? "",
      challenge: asked.get("code_challenge") ?? "",
      callback,
    });
    back.searchParams.set("code", code);
    return back;
  }

  /** A code is good once, with the verifier of whoever asked for it. */
  async #redeem(form: URLSearchParams, authorization = ""): Promise<{ status: number; body: object }> {
    const { id, secret } = this.client;
    const given = Buffer.from(authorization.replace("Basic ", ""), "base64").toString();
    // Each is encoded as in a form, since they may hold a colon.
    if (given.split(":").map(decodeURIComponent).join(" ") !== `${id} ${secret}`)
      return { status: 401, body: { error: "invalid_client" } };
    const code = form.get("code") ?? "";
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || grant.challenge !== challenge || grant.callback !== form.get("redirect_uri"))
      return { status: 400, body: { error: "invalid_grant" } };
    const id_token = await this.#idToken(grant);
    return { status: 200, body: { access_token: "an-access-token", token_type: "Bearer", expires_in: 60, id_token } };
  }

  async #idToken({ nonce }: Grant): Promise<string> {
    const { fault } = this;
    const now = Math.floor(Date.now() / 1000);
    const issued = fault === "expired" ? now - 7200 : now;
    const claims = {
      ...(this.tellsLittle ? { sub: this.person.sub } : this.person),
      nonce: fault === "nonce" ? "another" : nonce,
      iss: fault === "issuer" ? "https://issuer.example" : this.issuer,
      aud: fault === "audience" ? "another-client" : this.client.id,
      iat: issued,
      exp: issued + 600,
    };
    if (fault === "unsigned") {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none" })}.${part(claims)}.`;
    }
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .sign(fault === "signature" ? this.#stranger : this.#own);
  }
}
