import { z } from "zod";
import { freshdeskDraft } from "~/models/support/freshdesk/settings-draft";

type Chosen = Record<string, string>;

interface Sent {
  statusMap?: Chosen;
  setsTags?: string;
  addressField?: string;
  looksInNotes?: string;
  rules?: { solved?: Chosen; reopened?: Chosen };
}

const withoutEmpty = (chosen: Chosen = {}) => Object.entries(chosen).filter(([, value]) => value !== "");

/** What a form says: what is left empty is not set, and a box that is not ticked is not sent. */
export function settingsSent(form: unknown) {
  const { statusMap, setsTags, addressField, looksInNotes, rules = {} } = form as Sent;
  return {
    statusMap: Object.fromEntries(withoutEmpty(statusMap).map(([status, value]) => [status, Number(value)])),
    setsTags: setsTags !== undefined,
    addressField: addressField || null,
    looksInNotes: looksInNotes !== undefined,
    rules: {
      solved: Object.fromEntries(withoutEmpty(rules.solved)),
      reopened: Object.fromEntries(withoutEmpty(rules.reopened)),
    },
  };
}

export const settingsForm = z.preprocess(settingsSent, freshdeskDraft);
