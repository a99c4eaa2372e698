import { readFileSync } from "node:fs";
import path from "node:path";

/** Finds where a file asks for one of these routes, by their files; `undefined` where none of them is a page's or a form's. */
export function addressesOfRoutes(root: string, files: ReadonlySet<string>): RegExp | undefined {
  const table = readFileSync(path.join(root, "app/routes.ts"), "utf8");
  const addresses = [...table.matchAll(/route\("([^"]+)", "([^"]+)"/g)]
    .filter(([, , file]) => files.has(`app/${file}`))
    .map(([, address = ""]) =>
      `/${address}`.replace(/\/:\w+(\?)?/g, (_, isOptional) => `(?:/${part})${isOptional ?? ""}`),
    );
  return addresses.length > 0 ? new RegExp(`["\`](?:${addresses.join("|")})["\`?#]`) : undefined;
}

/** Of an address as tests write it, perhaps with `${…}` in it. */
const part = '[^/"`?#]+';
