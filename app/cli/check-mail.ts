import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { IncomingMail } from "~/integrations/mail/incoming/incoming-mail";
import { readMailAside } from "~/integrations/mail/incoming/read-mail-aside.server";

// `npm run check:mail -- FOLDER…`: how each mail in these folders is read, its kind and the text that is left.

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Usage: npm run check:mail -- FOLDER [FOLDER…]");
  process.exit(1);
}

const counts = new Map<string, number>();
for (const file of (await Promise.all(folders.map(listMails))).flat()) {
  const mail = await readMailAside(asMail(file, await readFile(file)));
  counts.set(mail.kind, (counts.get(mail.kind) ?? 0) + 1);
  console.log(`=== ${file}\n${summary(mail)}\n${mail.text}\n`);
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(`${total} mails: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(", ")}`);

async function listMails(folder: string): Promise<string[]> {
  if (!(await stat(folder)).isDirectory()) return [folder];
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter(
      (file) => file.isFile() && /^[^.]+$|\.(eml|txt|html?)$/.test(file.name) && !/^(LICENSE|README)/.test(file.name),
    )
    .map((file) => path.join(file.parentPath, file.name))
    .sort();
}

/** A file without the headers of a mail is the body of one. */
function asMail(file: string, content: Buffer): Uint8Array {
  const head =
    content
      .subarray(0, 20_000)
      .toString("latin1")
      .split(/\r?\n\r?\n/)[0] ?? "";
  const isMail =
    /^(?:From |[!-9;-~]+:)/.test(head.trimStart()) &&
    /^(?:Received|Return-Path|Message-ID|MIME-Version|Content-Type|Delivered-To|Date):/im.test(head);
  if (isMail || /\.eml$/.test(file)) return content;
  const type = /\.html?$/.test(file) ? "text/html" : "text/plain";
  return Buffer.concat([Buffer.from(`Content-Type: ${type}; charset=utf-8\r\n\r\n`), content]);
}

function summary({ kind, autoReason, bounce, complaint, attachments }: IncomingMail): string {
  const said = bounce ?? complaint;
  return [
    `--- ${kind}`,
    autoReason && `(${autoReason})`,
    said && JSON.stringify(said),
    attachments.length > 0 && `+ ${attachments.map(({ name }) => name).join(", ")}`,
  ]
    .filter(Boolean)
    .join(" ");
}
