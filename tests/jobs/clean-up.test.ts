import { existsSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { withWorkFolder } from "~/models/core/files/work-folder.server";
import { useDatabase } from "../support/database";
import { enqueueNow, runJobs } from "../support/jobs";

useDatabase();

test("folders that killed workers left behind go after a day, and no others", async () => {
  const hour = 60 * 60_000;
  const left = (name: string, hours: number): string => {
    const folder = mkdtempSync(path.join(tmpdir(), name));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, "portal.zip"), "x");
    const at = new Date(Date.now() - hours * hour);
    utimesSync(folder, at, at);
    return folder;
  };
  const [old, recent, foreign] = [
    left("groundswell-work-", 25),
    left("groundswell-work-", 23),
    left("somebody-elses-", 25),
  ];
  await withWorkFolder(async (folder) => {
    await enqueueNow("clean-up");
    await runJobs({ origin: "https://feedback.example.com" });
    expect([old, recent, foreign, folder].map((one) => existsSync(one))).toEqual([false, true, true, true]);
  });
});
