import type { ParseKeys } from "i18next";
import type { Words } from "~/i18n";
import type { catalogue } from "./catalogue";
import type { Names } from "./event-row";
import { rowOf } from "./row-of";
import type { EventType } from "./types";

type Catalogue = typeof catalogue;

/** What a row's event is told by; where one is missing in the catalogues of words, `sentenceOf` does not compile. */
type SentenceKey = {
  [Type in EventType]: Catalogue[Type] extends { variant: (data: never) => infer Variant extends string }
    ? `${Type}.${Variant}`
    : Type;
}[EventType];

export interface ToldEvent {
  type: EventType;
  data?: unknown;
  /** Nobody acted but the product itself. */
  isByProduct: boolean;
  /** Null where whoever acted is gone. */
  actorName: string | null;
}

/** An event as a sentence, without a full stop. */
export function sentenceOf(words: Words, { type, data, isByProduct, actorName }: ToldEvent, names: Names): string {
  const row = rowOf(type);
  const key = (row.variant ? `${type}.${row.variant(data)}` : type) as SentenceKey;
  const filled = { ...(data as object), ...row.gaps?.(data, names, words) };
  const said = Object.entries(filled).map(([gap, value]) => [
    gap,
    Array.isArray(value) ? words.list(value.map(String)) : (value ?? words.t("events.forgotten")),
  ]);
  const { rule } = filled as { rule?: { name: string } };
  const nobody = () => (rule ? words.t("events.rule", { name: rule.name }) : words.t("events.product"));
  const actor = actorName ?? (isByProduct ? nobody() : words.t("people.deleted"));
  // Named apart: beside gaps of any name, `t` would take any text for a sentence of which one of them is the default.
  const sentence: ParseKeys = `events.${key}`;
  return words.t(sentence, { ...Object.fromEntries(said), actor });
}
