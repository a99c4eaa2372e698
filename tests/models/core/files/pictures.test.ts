import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { makePicture } from "~/models/core/files/pictures.server";
import { withWorkFolder } from "~/models/core/files/work-folder.server";
import { png } from "../../../support/file-samples";

const usual = { processorSeconds: 30, patience: 30_000 };

/** Makes a picture that takes a second or so, unless the limits forbid it. */
const make = (limits: typeof usual) =>
  withWorkFolder(async (folder) => {
    const file = path.join(folder, "sent");
    await writeFile(file, await png(5000, 4000));
    return makePicture(file, { folder, by: "ben", limits });
  });

test("a picture that takes too much of a processor is broken, and the next one is made", async () => {
  await expect(make({ ...usual, processorSeconds: 0.001 })).rejects.toMatchObject({ code: "pictureBroken" });
  expect(await make(usual)).toMatchObject({ width: 2560, height: 2048 });
});

test("one that a busy machine does not get done is not broken, and the next one is made", async () => {
  await expect(make({ ...usual, patience: 1 })).rejects.toMatchObject({ code: "busy" });
  expect(await make(usual)).toMatchObject({ width: 2560, height: 2048 });
});
