import { limits } from "./limits";

/** Characters of one; no name of a host is longer. */
const longest = 300;

/** The origins of other sites as people write them, an address on each line; undefined where one is no address. */
export function readOrigins(text: string): string[] | undefined {
  if (text.length > longest * limits.origins.max) return;
  const origins = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(readOrigin);
  const read = [...new Set(origins.filter((origin) => origin !== undefined))];
  return origins.includes(undefined) || read.length > limits.origins.max ? undefined : read;
}

function readOrigin(text: string): string | undefined {
  if (text.length > longest) return;
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return;
  const { origin, hostname } = new URL(address);
  return /^[a-z0-9.-]+$/.test(hostname) && (hostname.includes(".") || hostname === "localhost") ? origin : undefined;
}
