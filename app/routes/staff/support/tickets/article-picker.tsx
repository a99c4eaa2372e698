import type { ReactNode } from "react";
import { useWords } from "~/ui/frame";
import { TextPicker } from "~/ui/text-picker";

interface Props {
  /** Of the ticket. */
  path: string;
  articles: { number: number; title: string; language: string }[];
  /** The answer. */
  children: ReactNode;
}

/** Offers articles that may answer a ticket: two keys put in a link to one, or what it says. */
export function ArticlePicker({ path, articles, children }: Props) {
  const { t } = useWords();
  const ways = (["link", "text"] as const).map((as) => ({
    name: t(`articlePicker.${as}`),
    source: `/staff/help/:id/text?as=${as}`,
    prefill: (number: number) => `${path}/answer?kind=message&article=${number}&as=${as}`,
  }));
  return (
    <TextPicker
      label={t("articlePicker.choose")}
      options={articles.map(({ number, title }) => ({ id: number, title }))}
      ways={ways}
      shortcut="k"
      hint={t("articlePicker.keys")}
      prefillHint={t("replies.prefillHint")}
    >
      {children}
    </TextPicker>
  );
}
