import type { ReactNode } from "react";
import { button } from "./button";
import { useWords } from "./frame";

export interface SavedReply {
  id: number;
  title: string;
}

interface Props {
  /** What is answered: `post=42`. */
  answered: string;
  savedReplies: SavedReply[];
  /** Where the field is filled in with a reply, for browsers without JavaScript. */
  prefill: (id: number) => string;
  /** The text that is written. */
  children: ReactNode;
}

/** Offers saved replies: a list whose texts go in at the cursor, or links that fill the field in. */
export function SavedReplyPicker({ answered, savedReplies, prefill, children }: Props) {
  const { t } = useWords();
  if (savedReplies.length === 0) return children;
  return (
    <saved-replies data-source={`/staff/replies/:id/text?${answered}`}>
      {children}
      <template>
        <div className="mt-2 flex gap-2">
          <select
            aria-label={t("replies.choose")}
            className="min-h-8 min-w-0 grow rounded-lg border border-edge/60 bg-surface px-2 text-sm"
          >
            {savedReplies.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <button type="button" className={button("quiet", "small")}>
            {t("replies.insert")}
          </button>
        </div>
      </template>
      <details className="mt-2 text-sm">
        <summary className="text-accent underline">{t("replies.choose")}</summary>
        <ul className="mt-2 space-y-1">
          {savedReplies.map(({ id, title }) => (
            <li key={id}>
              <a href={prefill(id)} dir="auto" className="text-accent underline">
                {title}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">{t("replies.prefillHint")}</p>
      </details>
    </saved-replies>
  );
}
