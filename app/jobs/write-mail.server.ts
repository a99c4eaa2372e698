import type { Unwritten, WrittenMail } from "~/models/deliveries/batch.server";
import type { Tools } from "./tools.server";

/** Puts what a mail has to tell into its reader's language. */
export async function writeMail({ origin }: Tools, { id, news }: Unwritten): Promise<WrittenMail> {
  const lines = news.map(({ post }) => `${post.title}\n${origin}/posts/${post.number}`);
  const text = lines.join("\n\n");
  const subject = news[0]?.post.title ?? "";
  return { mail: { id, subject, html: `<pre>${text.replaceAll("<", "&lt;")}</pre>`, text, headers: {} }, tokens: [] };
}
