import type { TicketField } from "./types";

const standard = { default: true, required_for_agents: false };
const custom = { default: false, required_for_agents: false };

/** The account's fields and choices, with statuses and sources that no documentation lists. */
export function stockFields(): TicketField[] {
  const fields: Omit<TicketField, "id">[] = [
    {
      ...standard,
      name: "requester",
      label: "Search a requester",
      type: "default_requester",
      required_for_agents: true,
    },
    { ...standard, name: "subject", label: "Subject", type: "default_subject", required_for_agents: true },
    {
      ...standard,
      name: "ticket_type",
      label: "Type",
      type: "default_ticket_type",
      choices: ["Question", "Incident", "Problem", "Feature Request", "Refund"],
    },
    {
      ...standard,
      name: "source",
      label: "Source",
      type: "default_source",
      choices: { Email: 1, Portal: 2, Phone: 3, Chat: 7, "Feedback Widget": 9, "Outbound Email": 10, "Web Chat": 15 },
    },
    {
      ...standard,
      name: "status",
      label: "Status",
      type: "default_status",
      required_for_agents: true,
      choices: {
        2: ["Open", "Being Processed"],
        3: ["Pending", "Awaiting your Reply"],
        4: ["Resolved", "This ticket has been Resolved"],
        5: ["Closed", "This ticket has been Closed"],
        6: ["Waiting on Customer", "Awaiting your Reply"],
        7: ["Waiting on Third Party", "Being Processed"],
        12: ["Handed to Engineering", "Being Processed"],
      },
    },
    {
      ...standard,
      name: "priority",
      label: "Priority",
      type: "default_priority",
      required_for_agents: true,
      choices: { Low: 1, Medium: 2, High: 3, Urgent: 4 },
    },
    { ...standard, name: "group", label: "Group", type: "default_group", choices: { Support: 1 } },
    { ...standard, name: "agent", label: "Agent", type: "default_agent" },
    { ...standard, name: "company", label: "Company", type: "default_company" },
    {
      ...standard,
      name: "description",
      label: "Description",
      type: "default_description",
      required_for_agents: true,
    },
    { ...custom, name: "cf_portal_post", label: "Portal post", type: "custom_text" },
    { ...custom, name: "cf_portal_reference", label: "Portal reference", type: "custom_text" },
    { ...custom, name: "cf_severity", label: "Severity", type: "custom_dropdown", choices: ["S1", "S2", "S3"] },
    { ...custom, name: "cf_affected", label: "People affected", type: "custom_number" },
    { ...custom, name: "cf_regression", label: "Regression", type: "custom_checkbox" },
    { ...custom, name: "cf_seen_on", label: "Seen on", type: "custom_date" },
    {
      ...custom,
      name: "cf_area",
      label: "Area",
      type: "nested_field",
      choices: { Web: { Editor: [], Search: [] }, Mobile: { Sync: ["Android", "iOS"] } },
    },
  ];
  return fields.map((field, i) => ({ id: 43_000_100_001 + i, ...field }));
}

/** Values that a status, priority, source, type or dropdown may have; undefined if any may be. */
export function choicesOf(field: TicketField): unknown[] | undefined {
  const { choices, type } = field;
  if (!choices) return undefined;
  if (Array.isArray(choices)) return choices;
  if (type === "default_status") return Object.keys(choices as object).map(Number);
  if (type === "nested_field") return Object.keys(choices as object);
  return Object.values(choices as object);
}

/** `Pending` for 3: what a webhook says, and what an administrator may rename. */
export function labelOf(fields: TicketField[], name: string, value: number): string {
  const choices = fields.find((field) => field.name === name)?.choices as Record<string, unknown> | undefined;
  if (name === "status") return (choices?.[value] as string[] | undefined)?.[0] ?? String(value);
  return Object.entries(choices ?? {}).find(([, number]) => number === value)?.[0] ?? String(value);
}
