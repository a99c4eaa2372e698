import { JSDOM } from "jsdom";
import { startSession } from "~/http/session.server";
import type { User } from "~/models/core/users/viewer";
import { origin } from "./app";
import { db } from "./database";

export interface Page {
  status: number;
  headers: Headers;
  html: string;
  document: Document;
  /** Where a redirect leads. */
  location: string | null;
}

/** A browser without JavaScript: it keeps cookies, sends forms, and says where they come from. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Everybody comes from somewhere else, as far as limits are concerned. */
  readonly #address = Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".");

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send(path, { headers });
  }

  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send(path, { method: "POST", body: encode(fields), headers: { Origin: origin(), ...headers } });
  }

  /** Sends a form with files; from a page of another site, where one is named. */
  async upload(path: string, fields: Record<string, string | File | File[]>, from = origin()): Promise<Page> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.#send(path, { method: "POST", body, headers: { Origin: from } });
  }

  /** Sends a form and goes where it leads. */
  async submit(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    let page = await this.post(path, fields, headers);
    for (let hops = 0; page.location && hops < 5; hops++) page = await this.get(page.location);
    return page;
  }

  async #send(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      Accept: "text/html",
      "X-Forwarded-For": `203.${this.#address}`,
      ...(cookie && { Cookie: cookie }),
      ...(init.headers as object),
    };
    const response = await fetch(new URL(path, origin()), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const html = await response.text();
    let document: Document | undefined;
    return {
      status: response.status,
      headers: response.headers,
      html,
      // To take a page apart takes longer than to make it, and most are only asked for.
      get document() {
        document ??= new JSDOM(html).window.document;
        return document;
      },
      location: response.headers.get("Location"),
    };
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

type Fields = Record<string, string | number | (string | number)[]>;

function encode(fields: Fields): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
  return new URLSearchParams(pairs);
}

/** A visitor who is signed in. */
export async function signedIn(user: User): Promise<Visitor> {
  const visitor = new Visitor();
  const visit = {
    db,
    sessionId: undefined,
    outgoing: { setCookie: (name: string, value: string) => visitor.cookies.set(name, value) },
  };
  await startSession(visit as never, user.id);
  return visitor;
}

/** The words of a page as somebody would read them. */
export const words = (page: Page): string =>
  page.document.querySelector("main")?.textContent?.replace(/\s+/g, " ") ?? "";
