import { z } from "zod";
import * as field from "../../core/text/fields";
import { readPostNumber } from "../posts/read-number";
import { tagColors, tagLimits } from "../tags/draft";

/** Characters; of labels and posts, how many. */
export const entryLimits = {
  title: { min: 3, max: 140 },
  body: { max: 100_000 },
  labels: { max: 5 },
  posts: { max: 50 },
} as const;

/** Numbers or addresses of posts with anything between them; each number once. */
const postNumbers = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .transform((words, context) => {
    const numbers = words.map(readPostNumber).filter((number) => number !== undefined);
    const fault =
      numbers.length < words.length
        ? field.say({ code: "postNumber" })
        : numbers.length > entryLimits.posts.max && field.say({ code: "tooMany", max: entryLimits.posts.max });
    if (fault) context.addIssue({ code: "custom", message: fault });
    return [...new Set(numbers)];
  });

export const entryDraft = z.object({
  title: field.line(entryLimits.title),
  body: field.text(entryLimits.body),
  labelIds: field.ids(entryLimits.labels),
  postNumbers,
});

export type EntryDraft = z.output<typeof entryDraft>;

export const labelDraft = z.object({
  name: field.line(tagLimits.name),
  slug: field.slug(tagLimits.slug),
  color: field.choice(tagColors),
});

export type LabelDraft = z.output<typeof labelDraft>;
