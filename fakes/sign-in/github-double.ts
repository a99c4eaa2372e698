import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { keepAlive } from "../keep-alive";

export interface GithubEmail {
  email: string;
  primary: boolean;
  verified: boolean;
}

/** GitHub Enterprise Server, as far as people sign in by it. */
export class GithubDouble {
  readonly client = { id: "groundswell", secret: "a-secret-of-the-client" };
  user: { id: number; login: string; name: string | null } = { id: 42, login: "ben", name: "Ben" };
  emails: GithubEmail[] = [{ email: "ben@example.com", primary: true, verified: true }];
  fault: "declined" | "broken" | "no user" | undefined;
  /** By code. */
  readonly #challenges = new Map<string, string>();
  readonly #tokens = new Set<string>();
  readonly #server = createServer(keepAlive, (request, response) => void this.#respond(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.url);
    const send = (status: number, body: object) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    const isKnown = this.#tokens.has((request.headers.authorization ?? "").replace("Bearer ", ""));
    switch (url.pathname) {
      case "/login/oauth/authorize":
        return void response.writeHead(302, { Location: this.#authorize(url.searchParams).href }).end();
      case "/login/oauth/access_token": {
        if (this.fault === "broken") return void response.writeHead(502).end("<h1>Unicorn</h1>");
        const form = new URLSearchParams(await text(request));
        return void send(200, this.#redeem(form, request.headers.authorization));
      }
      case "/api/v3/user":
        if (this.fault === "no user") return void send(200, { message: "Not here" });
        return void (isKnown ? send(200, this.user) : send(401, {}));
      case "/api/v3/user/emails":
        return void (isKnown ? send(200, this.emails) : send(401, {}));
      default:
        return void send(404, {});
    }
  }

  #authorize(asked: URLSearchParams): URL {
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    if (this.fault === "declined") {
      back.searchParams.set("error", "access_denied");
      return back;
    }
    const code = randomBytes(10).toString("hex");
    this.#challenges.set(code, asked.get("code_challenge") ?? "");
    back.searchParams.set("code", code);
    return back;
  }

  /** What is wrong comes with a status of 200, too. */
  #redeem(form: URLSearchParams, authorization = ""): object {
    const { id, secret } = this.client;
    if (authorization !== `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`)
      return { error: "incorrect_client_credentials" };
    const code = form.get("code") ?? "";
    const challenge = this.#challenges.get(code);
    this.#challenges.delete(code);
    const verifier = form.get("code_verifier") ?? "";
    if (challenge !== createHash("sha256").update(verifier).digest("base64url"))
      return { error: "bad_verification_code" };
    const token = randomBytes(10).toString("hex");
    this.#tokens.add(token);
    return { access_token: token, token_type: "bearer", scope: "user:email" };
  }
}
