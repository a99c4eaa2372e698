import { accentOf, paragraph } from "./look";
import type { Words } from "./words";

/** A link to the rest, where a mail has no room for all. */
export function More({ words, count, link }: { words: Words; count: number; link: string }) {
  return (
    <p style={{ ...paragraph, margin: "24px 0 0" }}>
      <a href={link} className="accent action" style={{ color: accentOf(words).accent }}>
        {words.t("mail.more", { count })}
      </a>
    </p>
  );
}
