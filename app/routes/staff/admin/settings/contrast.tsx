import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { renderFragment } from "~/http/fragment.server";
import { requireAdmin } from "~/http/guards.server";
import { ContrastNote } from "./contrast-note";

/** How well text can be read in a colour that is being chosen, for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { query } = args.context;
  const scheme = query.oneOf("scheme", ["light", "dark"] as const) ?? "light";
  return json({ html: renderFragment(args.context, <ContrastNote color={query.text("color")} scheme={scheme} />) });
}
