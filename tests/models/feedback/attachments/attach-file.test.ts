import { expect, test } from "vitest";
import { attachments } from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { attach, postAt, storedFiles } from "../../../support/files";

useDatabase();

test.each(["kept", "removed"] as const)(
  "of a file that is under way while its account is deleted nothing stays (texts are %s)",
  async (texts) => {
    const { ben, milo } = await cast("ben", "milo");
    const to = await postAt(await post(ben, idea(await addBoard())));
    const before = storedFiles().length;
    const leave = () => deleteAccount(db, { viewer: milo, userId: milo.id, texts });
    await expect(attach(milo, to, "late.txt", "late", leave)).rejects.toMatchObject({ code: "signInFirst" });
    expect(await db.select().from(attachments)).toEqual([]);
    expect(storedFiles()).toHaveLength(before);
  },
);
