import type { ReactNode } from "react";
import type { Mentionable } from "~/models/feedback/comments/people.server";
import { useWords } from "~/ui/frame";

interface Props {
  number: number;
  people: Mentionable[];
  chosen: unknown;
  /** The text that is written. */
  children: ReactNode;
}

/** Helps to mention people: boxes to tick, or, where there is JavaScript, a list that opens at `@`. */
export function MentionPicker({ number, people, chosen, children }: Props) {
  const { t } = useWords();
  const ticked = [chosen ?? []].flat();
  return (
    <mention-picker data-source={`/people?post=${number}`} data-label={t("mentions.list")}>
      {children}
      {people.length > 0 && (
        <details className="mt-2 text-sm" open={ticked.length > 0}>
          <summary className="text-accent underline">{t("mentions.open")}</summary>
          <fieldset className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
            <legend className="mb-2 text-muted">{t("mentions.hint")}</legend>
            {people.map(({ handle, name }) => (
              <label key={handle} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name="mentions"
                  value={handle}
                  defaultChecked={ticked.includes(handle)}
                  className="size-4 accent-accent"
                />
                <span>
                  <bdi>{name}</bdi> <bdi className="text-muted">@{handle}</bdi>
                </span>
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </mention-picker>
  );
}
