import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import type { Ear, Hearer } from "./client.server";
import { newsChannel, readNews } from "./news.server";

/** Milliseconds between two beats. */
const pace = 400;
/** How long after a beat was sent we count on having heard all that was told before it. */
const trust = 900;
/** How long without a beat until we try with a new connection. */
const patience = 2000;

/**
 * Hears what transactions of all processes tell. A dead connection may look alive for minutes, so we tell ourselves
 * something all the time: news arrive in the order of their commits, so a beat that comes back proves that whatever
 * was told before it has come, too; and where one is missing, more may be. That begins when somebody first asks: who
 * looks for themselves now and then needs no proof.
 */
export function listenToServer(url: string, { heard, missed }: Hearer): Ear {
  const self = randomUUID();
  let sent = 0;
  let last = 0;
  let heardUntil = Number.NEGATIVE_INFINITY;
  let openedAt = performance.now();
  let line = open();
  let timer: NodeJS.Timeout | undefined;

  function open(): Sql {
    const client = connect(url);
    // What was told while nobody listened is lost; postgres.js calls `missed` whenever it listens again.
    client.listen(newsChannel, hear, missed).catch(() => {});
    return client;
  }

  function hear(payload: string): void {
    const news = readNews(payload);
    const [, number, at] = /^beat (\d+) ([\d.]+)$/.exec(news.text) ?? [];
    if (number === undefined) heard(news);
    else if (news.id === self) hearBeat(Number(number), Number(at));
  }

  function hearBeat(number: number, at: number): void {
    if (number !== last + 1) missed();
    last = number;
    heardUntil = at;
  }

  function beat(): void {
    const now = performance.now();
    if (now - Math.max(heardUntil, openedAt) > patience) renew(now);
    line.notify(newsChannel, `${self} beat ${++sent} ${now}`).catch(() => {});
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

/** One connection to tell and one to listen. Beats need not survive a power failure. */
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
