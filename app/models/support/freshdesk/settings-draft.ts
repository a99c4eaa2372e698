import { z } from "zod";
import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { FreshdeskDesk, FreshdeskRules } from "#db/schema/support/freshdesk";
import { needsAnswer, statuses, statusesIn } from "../../feedback/posts/lifecycle";
import { ticketStatuses } from "../tickets/lifecycle";

const status = z.enum(statuses as [PostStatus, ...PostStatus[]]);
const theirStatus = z.number().int().min(2).max(999);
const fieldName = z
  .string()
  .regex(/^\w{1,100}$/)
  .nullable();

/** Which tickets of ours go to Freshdesk, for a choice. */
export const freshdeskDesks = ["off", "some", "all"] as const satisfies readonly FreshdeskDesk[];

const placed: Partial<Record<PostKind, PostStatus>> = {};
const perKind = z.object({ idea: status.optional(), bug: status.optional() }).default(placed);

/** The form with the settings of the connection to Freshdesk. */
export const freshdeskDraft = z.object({
  /** Statuses that are missing leave the ticket's alone. */
  statusMap: z.partialRecord(status, theirStatus).default({}),
  setsTags: z.boolean(),
  /** The name of a custom field, or nothing. */
  addressField: fieldName,
  looksInNotes: z.boolean(),
  desk: z.enum(freshdeskDesks).default("off"),
  deskCategories: z
    .record(
      z.string().regex(/^\d{1,9}$/),
      z.object({
        goes: z.boolean().optional(),
        type: z.string().max(255).optional(),
        group: z.number().int().positive().optional(),
      }),
    )
    .default({}),
  /** Those that are missing have the usual one. */
  deskStatuses: z.partialRecord(z.enum(ticketStatuses), theirStatus).default({}),
  numberField: fieldName.default(null),
  rules: z.object({ solved: perKind, reopened: perKind }).partial().default({}),
});

export type FreshdeskDraft = z.output<typeof freshdeskDraft>;

/** A rule cannot say why, so it cannot lead where a reason is needed. */
export const canFollowRules = ({ solved, reopened }: FreshdeskRules): boolean =>
  [solved, reopened].every((rule) => Object.values(rule ?? {}).every((to) => !needsAnswer(to)));

/** Statuses that a rule may lead to, for a choice. */
export const ruleTargets: PostStatus[] = statusesIn("open", "active", "done");
