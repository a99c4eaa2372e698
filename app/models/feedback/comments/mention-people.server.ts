import { type Rendered, renderMarkdown } from "../../core/text/markdown.server";
import { addMentions, findMentions } from "../../core/users/mentions";
import type { User } from "../../core/users/viewer";

interface Said {
  viewer: User;
  body: string;
  /** Handles of people who were ticked. */
  mentions: string[];
}

/** What somebody says, as text and as HTML, with all whom they ticked mentioned: those it does not mention come first. */
export async function mentionPeople({ viewer, body, mentions }: Said): Promise<Rendered & { body: string }> {
  const rendered = await renderMarkdown(body, viewer.id);
  const there = findMentions(rendered.html);
  const missing = [...new Set(mentions)].filter((handle) => !there.includes(handle));
  if (missing.length === 0) return { body, ...rendered };
  const whole = addMentions(body, missing);
  return { body: whole, ...(await renderMarkdown(whole, viewer.id)) };
}
