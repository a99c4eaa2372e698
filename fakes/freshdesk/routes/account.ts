import { notAllowed, notFound, ok } from "../http/answers";
import type { Route } from "../http/call";
import { agent, time } from "../http/present";

const made = time(Date.UTC(2024, 0, 8));

export const accountRoutes: Route[] = [
  { method: "GET", path: /^\/agents\/me$/, run: (call) => ok(agent(call.agent, call.account.clock.now())) },
  {
    method: "GET",
    path: /^\/ticket_fields$/,
    run: ({ account, query }) => {
      const shown = account.fields.filter(({ type }) => !query.get("type") || type === query.get("type"));
      return ok(
        shown.map((field, i) => ({
          ...field,
          label_for_customers: field.label,
          description: "",
          position: i + 1,
          required_for_closure: false,
          required_for_customers: false,
          customers_can_edit: false,
          displayed_to_customers: field.default,
          created_at: made,
          updated_at: made,
        })),
      );
    },
  },
  {
    method: "DELETE",
    path: /^\/attachments\/(\d+)$/,
    run: ({ account, id }) => {
      if (!account.attachments.delete(id)) throw notFound();
      return { status: 204 };
    },
  },
  {
    method: "GET",
    path: /^\/attachments\/(\d+)$/,
    run: () => {
      throw notAllowed();
    },
  },
];
