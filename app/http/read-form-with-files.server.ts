import { v5 as uuidFrom } from "uuid";
import { DomainError } from "~/models/core/domain-error";
import { fileNameOf } from "~/models/core/files/file-name";
import { isId } from "~/models/core/text/values";
import { attachFile, type IdOf } from "~/models/feedback/attachments/attach-file.server";
import { type FileSender, isGuest } from "~/models/feedback/attachments/attachment";
import { listAt } from "~/models/feedback/attachments/list-attachments.server";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { asRefusal } from "./as-refusal";
import { ensureAsker } from "./asker.server";
import type { FormWithFiles } from "./forms-with-files.server";
import { limitFile } from "./limit-file.server";
import type { Visit } from "./visit.server";

/** What a form may have beside its files. */
const textsOf = (most: number) => ({ fields: most, characters: 1_000_000 });

/** More than this, no page of ours sends at once. */
const mostAtOnce = 100;

/** The texts of a form that brings files, which are left out. */
export const readTexts = (form: FormWithFiles, most: number): Promise<URLSearchParams> =>
  form.read({ files: mostAtOnce, around: textsOf(most), onFile: ({ pieces }) => readAway(pieces) });

/**
 * The texts of a form that brings files. Those that can be taken wait for what the form becomes, as if they had been sent
 * before it (`draft`); which of them could not, is left for the page (`outgoing.files`).
 */
export async function readFormWithFiles(
  visiting: { request: Request; context: Visit },
  form: FormWithFiles,
  most: number,
): Promise<URLSearchParams> {
  const { context } = visiting;
  const { db, words, portal } = context;
  const limits = portal.settings;
  const sender = senderOf(visiting);
  const refused: { name: string; sentence: string }[] = [];
  let count = 0;
  const fields = await form.read({
    files: mostAtOnce,
    around: textsOf(most),
    async onFile({ name: fileName, pieces }, before) {
      const draft = before.get("id");
      if (!isId(draft)) throw new DomainError("malformed");
      count += 1;
      const left = leavable(pieces);
      const file = { to: { kind: "draft", id: draft } as const, fileName, pieces: left, limits, store: form.store };
      const isMore = count > limits.filesPerText;
      const taken = isMore
        ? new DomainError("tooManyFiles", { params: { count: limits.filesPerText } })
        : await take(context, sender, file).catch(asRefusal);
      if (taken instanceof DomainError) {
        if (taken.code === "fileBrokeOff") throw taken;
        const { code, details } = taken;
        refused.push({ name: fileNameOf(fileName), sentence: words.t(`problems.${code}`, details.params ?? {}) });
      }
      await readAway(left);
    },
  });
  const draft = fields.get("id");
  if (!isId(draft)) return fields;
  for (const id of fields.getAll("without").filter(isId))
    await removeAttachment(db, { viewer: sender, id }).catch(asRefusal);
  context.outgoing.files = { refused, kept: await listAt(db, sender, { kind: "draft", id: draft }) };
  return fields;
}

/** Whose files they are that somebody sends: their account's, or their browser's. */
export const senderOf = ({ request, context }: { request: Request; context: Visit }): FileSender =>
  context.viewer ?? { guest: ensureAsker({ request, context }) };

type File = Omit<Parameters<typeof attachFile>[1], "viewer" | "id"> & { to: { id: string } };

async function take(context: Visit, viewer: FileSender, file: File) {
  await limitFile(context);
  const owner = isGuest(viewer) ? viewer.guest : viewer.id;
  // The form sent twice brings each file once, and another file under the same form is another one.
  const id: IdOf = ({ name, sha256 }) => uuidFrom(JSON.stringify([owner, name, sha256]), file.to.id);
  return attachFile(context.db, { ...file, viewer, id });
}

/** The same pieces; whoever breaks off leaves those that are still to come. */
function leavable(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

async function readAway(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}
