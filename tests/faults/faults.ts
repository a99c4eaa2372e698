import { writeFile } from "node:fs/promises";
import { table } from "../bench/table";
import { openFaultDatabase } from "./database";
import { finish, type Kill, killWorkers, startWorker } from "./kill-worker";
import { openResend, openSmtp, type Provider } from "./providers";
import { addressOf, move, setStage } from "./stage";

// `npm run faults`: a post with 1,000 followers is moved, and the worker that mails them is killed (SIGKILL) 50 times
// at random moments, while the provider fails now and then, too. Who got how many mails? Goes to RESULTS.md as well.

const followers = Number(process.env.FAULT_FOLLOWERS) || 1000;
const kills = Number(process.env.FAULT_KILLS) || 50;
const minute = 60_000;

setTimeout(() => {
  throw new Error("This takes too long.");
}, 20 * minute).unref();

interface Outcome {
  provider: Provider["name"];
  kills: Kill[];
  mails: { to: string; id: string }[];
  contacts: number;
}

const outcomes: Outcome[] = [];
for (const open of [openResend, openSmtp]) outcomes.push(await tell(await open()));

const report = `# Results of \`npm run faults\`

${followers} people follow a post. It is moved, and the worker that mails them is killed with SIGKILL ${kills} times, each time
at a random moment of the first one and a half seconds of its work; the provider answers slowly, fails and hangs up now and then.

${table(
  ["", "Resend", "SMTP"],
  [
    ["followers", ...each(() => followers)],
    ["workers killed", ...each(({ kills }) => kills.length)],
    [
      "… before anybody was told",
      ...each(({ kills }) => kills.filter(({ queued, handedOver }) => queued + handedOver === 0).length),
    ],
    [
      "… while mails were handed over",
      ...each(({ kills }) => kills.filter(({ queued, handedOver }) => queued > 0 && handedOver > 0).length),
    ],
    ["requests, or connections", ...each(({ contacts }) => contacts)],
    ["mails that arrived, by their ids", ...each(({ mails }) => new Set(mails.map(({ id }) => id)).size)],
    ["followers who got none", ...each(({ mails }) => missing(mails))],
    ["followers who got two different ones", ...each(({ mails }) => doubled(mails))],
    [
      "copies with the same id (readers see one)",
      ...each(({ mails }) => mails.length - new Set(mails.map(({ id }) => id)).size),
    ],
  ],
)}

Resend remembers our ids for a day and takes each once. SMTP has no such memory: if the worker dies between the server's
"250" and our note of it, the next one sends that mail again, with the same \`Message-ID\`, by which mailboxes tell a copy.
`;
console.log(report);
// A smaller run, as the tests make one, is no result to keep.
if (kills >= 50) await writeFile(new URL("RESULTS.md", import.meta.url), report);
if (outcomes.some(({ mails }) => missing(mails) + doubled(mails) > 0)) process.exitCode = 1;

function each(value: (outcome: Outcome) => number): string[] {
  return outcomes.map((outcome) => String(value(outcome)));
}

async function tell(provider: Provider): Promise<Outcome> {
  const { database, stop } = await openFaultDatabase(provider.name);
  await move(database, await setStage(database, followers));
  const moments = Array.from({ length: kills }, () => Math.random() * 1500);
  const start = () => startWorker(database.url, provider.env);
  const done = await killWorkers(database, start, moments);
  await finish(database, start, 5 * minute);
  const outcome = { provider: provider.name, kills: done, mails: provider.mails(), contacts: provider.contacts() };
  await stop();
  await provider.stop();
  return outcome;
}

function readers(): string[] {
  return Array.from({ length: followers }, (_, i) => addressOf(i));
}

/** Different mails by address. */
function mailsOf(mails: Outcome["mails"]): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>();
  for (const { to, id } of mails) by.set(to, (by.get(to) ?? new Set()).add(id));
  return by;
}

function missing(mails: Outcome["mails"]): number {
  const by = mailsOf(mails);
  return readers().filter((reader) => !by.has(reader)).length;
}

function doubled(mails: Outcome["mails"]): number {
  return [...mailsOf(mails).values()].filter((ids) => ids.size > 1).length;
}
