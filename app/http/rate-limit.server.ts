import { DomainError } from "~/models/core/domain-error";
import { addressKey } from "./address-key";
import { asRefusal } from "./as-refusal";
import { countAgainst } from "./limiter.server";
import { type LimitName, limitIn, limitOf } from "./limits";
import type { Visit } from "./visit.server";

type Asking = Pick<Visit, "db" | "env" | "viewer" | "ip"> & Partial<Pick<Visit, "portal">>;

/** Every request that comes by here counts as what `limits.ts` says. Throws tooManyRequests, before a form is read. */
export async function limitRequest(asking: Asking, { method, path }: { method: string; path: string }): Promise<void> {
  const name = limitOf(method, path);
  if (name) await limitActions(name, asking);
}

/** The same for what a request turns out to be: it counts by the person, or by the address where there is none. */
export const limitActions = (name: LimitName, asking: Asking): Promise<void> =>
  limitBy(asking.viewer?.id ?? addressKey(asking.ip), name, asking);

/** The same, counted by the network address even of people who are signed in. */
export const limitAddress = (name: LimitName, asking: Asking): Promise<void> =>
  limitBy(addressKey(asking.ip), name, asking);

/** The same, counted by a key of the caller's. */
export async function limitBy(key: string, name: LimitName, asking: Omit<Asking, "viewer" | "ip">): Promise<void> {
  const { db, env, portal } = asking;
  if (env.RATE_LIMITS === "off") return;
  const wait = await countAgainst(db, name, limitIn(portal?.settings, name), key);
  if (wait > 0) throw tooMany(wait);
}

/** Whether it is let through, where nobody is to be told. */
export const isWithin = async (...asked: Parameters<typeof limitBy>): Promise<boolean> =>
  !((await limitBy(...asked).catch(asRefusal)) instanceof DomainError);

const tooMany = (ms: number) =>
  new DomainError("tooManyRequests", {
    params: { count: Math.max(1, Math.ceil(ms / 60_000)) },
    retryAfter: Math.ceil(ms / 1000),
  });
