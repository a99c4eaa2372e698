import { readFileSync } from "node:fs";
import { z } from "zod";

const id = z.union([z.string(), z.number()]).transform(String);

const faq = z
  .object({ id, question: z.string(), answers: z.string().array(), paraphrases: z.string().array().default([]) })
  .array();

const asked = z.object({ id, paraphrases: z.string().array() }).array();

const outOfScope = z.union([
  z.string().array(),
  z
    .object({ text: z.string() })
    .array()
    .transform((all) => all.map(({ text }) => text)),
]);

const passages = z
  .object({
    title: z.string(),
    languages: z.record(z.string(), z.object({ context: z.string(), qas: z.object({ question: z.string() }).array() })),
  })
  .array();

const read = <Shape extends z.ZodType>(shape: Shape, file: string): z.output<Shape> =>
  shape.parse(JSON.parse(readFileSync(file, "utf8")));

export const readFaq = (file: string) => read(faq, file);
export const readAsked = (file: string) => read(asked, file);
export const readOutOfScope = (file: string) => read(outOfScope, file);
export const readPassages = (file: string) => read(passages, file);

export type Faq = z.output<typeof faq>;
export type Passages = z.output<typeof passages>;
