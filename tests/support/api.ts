import { v7 as uuid } from "uuid";
import type { TokenDraft } from "~/models/core/tokens/draft";
import { makeToken } from "~/models/core/tokens/make-token.server";
import type { User } from "~/models/core/users/viewer";
import { origin } from "./app";
import { db } from "./database";

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** As it came; JSON below `/api/`, and nothing else. */
  body: { error?: string; code?: string; details?: unknown } & Record<string, unknown>;
}

interface Asking {
  of?: string;
  method?: string;
  /** Sent behind `Bearer`. */
  token?: string;
  /** Sent as JSON, unless it is a string. */
  body?: unknown;
  headers?: Record<string, string>;
}

let asked = 0;

/** Asks the API as a program does. Throws where what it says is no JSON, may be kept, or sets a cookie. */
export async function askApi(
  path: string,
  { of = origin(), method = "GET", token, body, headers = {} }: Asking = {},
): Promise<ApiAnswer> {
  const response = await fetch(new URL(path, of), {
    method,
    redirect: "manual",
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      // Everybody comes from somewhere else, as far as limits are concerned.
      "X-Forwarded-For": `203.0.${asked >> 8}.${asked++ & 255}`,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  const kept = response.headers.get("Cache-Control");
  if (kept !== "no-store") throw new Error(`${path} may be kept: ${kept}`);
  if (response.headers.has("Set-Cookie")) throw new Error(`${path} sets a cookie.`);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

/** A token of somebody's, as they would make it on their page. */
export const tokenOf = (
  viewer: User,
  { isByPasskey = false, ...draft }: Partial<TokenDraft> & { isByPasskey?: boolean } = {},
): Promise<string> =>
  makeToken(db, {
    viewer,
    id: uuid(),
    isByPasskey,
    draft: { name: "Nightly job", scopes: ["tickets:read"], life: "90", ...draft },
  });
