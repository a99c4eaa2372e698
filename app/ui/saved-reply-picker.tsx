import type { ReactNode } from "react";
import { useWords } from "./frame";
import { TextPicker } from "./text-picker";

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

/** Offers saved replies for a text. */
export function SavedReplyPicker({ answered, savedReplies, prefill, children }: Props) {
  const { t } = useWords();
  return (
    <TextPicker
      label={t("replies.choose")}
      options={savedReplies}
      ways={[{ name: t("replies.insert"), source: `/staff/replies/:id/text?${answered}`, prefill }]}
      prefillHint={t("replies.prefillHint")}
    >
      {children}
    </TextPicker>
  );
}
