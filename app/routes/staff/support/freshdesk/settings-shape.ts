import { z } from "zod";
import type { DeskCategory } from "#db/schema/support/freshdesk";
import { freshdeskDraft } from "~/models/support/freshdesk/settings-draft";

type Chosen = Record<string, string>;

interface Sent {
  statusMap?: Chosen;
  setsTags?: string;
  addressField?: string;
  looksInNotes?: string;
  desk?: string;
  /** Ids of categories, and `id=choice` of each that is chosen. */
  deskGoes?: string | string[];
  deskTypes?: string | string[];
  deskGroups?: string | string[];
  deskStatuses?: Chosen;
  numberField?: string;
  rules?: { solved?: Chosen; reopened?: Chosen };
}

const withoutEmpty = (chosen: Chosen = {}) => Object.entries(chosen).filter(([, value]) => value !== "");

const numbered = (chosen?: Chosen) =>
  Object.fromEntries(withoutEmpty(chosen).map(([status, value]) => [status, Number(value)]));

const list = (sent: string | string[] = []): string[] => [sent].flat().filter((value) => value !== "");

/** By the ids of categories. */
function categoriesSent({ deskGoes, deskTypes, deskGroups }: Sent): Record<string, DeskCategory> {
  const found: Record<string, DeskCategory> = {};
  const put = (id: string, values: DeskCategory) => (found[id] = { ...found[id], ...values });
  for (const id of list(deskGoes)) put(id, { goes: true });
  for (const chosen of list(deskTypes)) put(...halves(chosen, (type) => ({ type })));
  for (const chosen of list(deskGroups)) put(...halves(chosen, (group) => ({ group: Number(group) })));
  return found;
}

function halves(chosen: string, of: (value: string) => DeskCategory): [string, DeskCategory] {
  const at = chosen.indexOf("=");
  return [chosen.slice(0, at), of(chosen.slice(at + 1))];
}

/** What a form says: what is left empty is not set, and a box that is not ticked is not sent. */
export function settingsSent(form: unknown) {
  const { statusMap, setsTags, addressField, looksInNotes, desk, deskStatuses, numberField, rules = {} } = form as Sent;
  return {
    statusMap: numbered(statusMap),
    setsTags: setsTags !== undefined,
    addressField: addressField || null,
    looksInNotes: looksInNotes !== undefined,
    desk,
    deskCategories: categoriesSent(form as Sent),
    deskStatuses: numbered(deskStatuses),
    numberField: numberField || null,
    rules: {
      solved: Object.fromEntries(withoutEmpty(rules.solved)),
      reopened: Object.fromEntries(withoutEmpty(rules.reopened)),
    },
  };
}

/** The lists are read before; here they say that the form has them. */
const listed = z.array(z.string()).max(200).optional();

export const settingsForm = z.preprocess(
  settingsSent,
  freshdeskDraft
    .extend({ deskGoes: listed, deskTypes: listed, deskGroups: listed })
    .transform(({ deskGoes: _goes, deskTypes: _types, deskGroups: _groups, ...draft }) => draft),
);
