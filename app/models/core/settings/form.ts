import { z } from "zod";
import type { Link, StatusLooks } from "./kinds";
import { namesIn, type Section, type SettingName, type Settings, table } from "./table";

type SectionForm = Partial<Settings> & {
  /** Which settings the form was filled with (./section-version.server.ts). */
  seen?: string;
};

const forms = new Map<Section, z.ZodType<SectionForm>>();

/** The form of a section: a field for each setting. */
export function formOf(section: Section): z.ZodType<SectionForm> {
  let form = forms.get(section);
  if (!form) {
    const shape = Object.fromEntries(namesIn(section).map((name) => [name, table[name].kind.form as z.ZodType]));
    const seen = z.string().max(20).optional();
    forms.set(section, (form = z.object({ ...shape, seen }) as unknown as z.ZodType<SectionForm>));
  }
  return form;
}

/** What a section's form is filled with. */
export const valuesOf = (section: Section, settings: Settings): Record<string, unknown> =>
  Object.fromEntries(namesIn(section).map((name) => [name, fieldOf(name, settings)]));

function fieldOf(name: SettingName, settings: Settings): unknown {
  const value: unknown = settings[name];
  switch (table[name].kind.control.name) {
    case "flag":
      return value ? "on" : undefined;
    case "domains":
      return (value as string[]).join("\n");
    case "links":
      return Object.fromEntries((value as Link[]).map((link, i) => [i + 1, link]));
    case "statuses":
      return asFields(value as StatusLooks);
    default:
      return value;
  }
}

const asFields = (looks: StatusLooks) =>
  Object.fromEntries(
    Object.entries(looks).map(([status, { isOffered, ...look }]) => [
      status,
      { ...look, isOffered: isOffered ? "on" : undefined },
    ]),
  );
