import { ask } from "../../support/ask";
import { unzip } from "../../support/zip";
import { maySee, type Persona } from "./canaries";

export interface Seen {
  canary: string;
  persona: Persona;
  path: string;
}

/** Flags are canaries by nature. */
const canary = /kwx[a-z]+|filled_honeypot|sent_fast/gi;

/** The canaries in a text, but for those that whoever asked named themselves. */
export function canariesIn(text: string, asked = ""): string[] {
  const named = new Set(find(asked));
  return [...new Set(find(text))].filter((one) => !named.has(one));
}

const find = (text: string): string[] => (text.match(canary) ?? []).map((one) => one.toLowerCase());

export interface Look {
  persona: Persona;
  cookie: string;
  path: string;
}

export interface Answer {
  status: number;
  /** Head and body; of an archive what is in it. */
  text: string;
}

/** What an address answers; one that has moved for good, as that of a post without its title has, what it moved to. */
export async function look({ cookie, path, ...rest }: Look): Promise<Answer> {
  const { status, headers, body } = await ask(path, {
    headers: { Accept: "text/html", ...(cookie && { Cookie: cookie }) },
  });
  if (status === 301) return look({ cookie, path: String(headers.location), ...rest });
  const isZip = headers["content-type"] === "application/zip";
  const files = isZip ? [...(await unzip(body)).values()] : [body];
  return { status, text: [JSON.stringify(headers), ...files.map(String)].join("\n") };
}

/** What somebody saw who may not. */
export const leaks = (seen: Seen[]): string[] =>
  seen
    .filter(({ canary, persona, path }) => !maySee(canary, persona, path))
    .map(({ canary, persona, path }) => `${persona} reads ${canary} at ${path}`);
