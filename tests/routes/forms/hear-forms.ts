import { readdirSync, readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { vi } from "vitest";
import type { z } from "zod";
import * as forms from "~/http/forms.server";
import routes from "~/routes";
import { signedIn, Visitor } from "../../support/browser";
import { addressesOf } from "../personas/addresses";
import type { Stage } from "../personas/stage";

/** A form of the portal: where it is sent, and by what rules it is read. */
export interface Form {
  file: string;
  /** An address at which somebody got as far as to have it read. */
  path: string;
  /** Who that was. */
  by: Visitor;
  schema: z.ZodType;
}

/** Every file that reads a form, as the code has it: what {@link hearForms} has to find. */
export function filesWithForms(): string[] {
  const files = (readdirSync("app", { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
  const reading = files.filter((file) => /\breadForm\(/.test(readFileSync(`app/${file}`, "utf8")));
  return reading.filter((file) => file !== "http/forms.server.ts").sort();
}

/** Sends nothing to every action that reads a form, and hears by what rules it does so. */
export async function hearForms(stage: Stage): Promise<Form[]> {
  const heard: Form[] = [];
  const reading = vi.spyOn(forms, "readForm");
  const withForms = new Set(filesWithForms());
  for (const { file, path = "" } of (await routes) as RouteConfigEntry[]) {
    if (!withForms.has(file) || heard.some((form) => form.file === file)) continue;
    const found = await hearOne(stage, path, reading);
    if (found) heard.push({ file, ...found });
  }
  reading.mockRestore();
  return heard;
}

async function hearOne(stage: Stage, pattern: string, reading: { mock: { calls: unknown[][] } }) {
  const { ada, cleo, ben } = stage.people;
  const people = [await signedIn(ada), await signedIn(cleo), await signedIn(ben), new Visitor()];
  for (const path of addressesOf(stage, pattern)) {
    for (const somebody of people) {
      reading.mock.calls.length = 0;
      await somebody.post(path);
      const schema = reading.mock.calls[0]?.[1] as z.ZodType | undefined;
      if (schema) return { path, by: somebody, schema };
    }
  }
}
