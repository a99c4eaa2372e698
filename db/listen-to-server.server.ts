import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import type { Listening } from "./client.server";
import { channel, type Deliver, readPayload } from "./messages.server";

/** Milliseconds between two beats. */
const pace = 400;
/** How long after a beat was sent we count on having received all that was sent before it. */
const trust = 900;
/** How long without a beat until we try with a new connection. */
const patience = 2000;

/**
 * Receives what transactions of all processes publish. A dead connection may look alive for minutes, so we send ourselves
 * something all the time: messages arrive in the order of their commits, so a beat that comes back proves that whatever
 * was sent before it has come, too; and where one is missing, more may be. That begins when somebody first asks: who
 * looks for themselves now and then needs no proof.
 */
export function listenToServer(url: string, { deliver, missed }: { deliver: Deliver; missed(): void }): Listening {
  const self = randomUUID();
  let sent = 0;
  let last = 0;
  let heardUntil = Number.NEGATIVE_INFINITY;
  let openedAt = performance.now();
  let line = open();
  let timer: NodeJS.Timeout | undefined;

  function open(): Sql {
    const client = connect(url);
    // What was sent while nobody listened is lost; postgres.js calls `missed` whenever it listens again.
    client.listen(channel, receive, missed).catch(() => {});
    return client;
  }

  function receive(payload: string): void {
    const [, id, number, at] = /^(\S{36}) beat (\d+) ([\d.]+)$/.exec(payload) ?? [];
    if (number === undefined) deliver(readPayload(payload));
    else if (id === self) hearBeat(Number(number), Number(at));
  }

  function hearBeat(number: number, at: number): void {
    if (number !== last + 1) missed();
    last = number;
    heardUntil = at;
  }

  function beat(): void {
    const now = performance.now();
    if (now - Math.max(heardUntil, openedAt) > patience) renew(now);
    line.notify(channel, `${self} beat ${++sent} ${now}`).catch(() => {});
  }

  function renew(now: number): void {
    line.end({ timeout: 0 }).catch(() => {});
    openedAt = now;
    line = open();
  }

  function begin(): NodeJS.Timeout {
    openedAt = performance.now();
    beat();
    return setInterval(beat, pace).unref();
  }

  return {
    isOpen() {
      timer ??= begin();
      return performance.now() < heardUntil + trust;
    },
    async close() {
      clearInterval(timer);
      await line.end({ timeout: 1 });
    },
  };
}

/** One connection to send and one to listen. Beats need not survive a power failure. */
function connect(url: string): Sql {
  return postgres(url, {
    max: 1,
    connect_timeout: 2,
    backoff: () => 0.2,
    connection: { application_name: "groundswell-news", synchronous_commit: "off", statement_timeout: patience },
    fetch_types: false,
    onnotice: () => {},
  });
}
