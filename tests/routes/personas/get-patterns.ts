import type { Express } from "express";

interface Layer {
  route?: { path: string | RegExp; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** The pattern of every GET that is answered before Remix. */
export function getPatterns(app: Express): string[] {
  const patterns = patternsOf((app as unknown as { _router: { stack: Layer[] } })._router.stack);
  // What is for Remix stands in app/routes.ts.
  return [...new Set(patterns)].filter((pattern) => pattern !== "*");
}

const patternsOf = (stack: Layer[]): string[] =>
  stack.flatMap(({ route, handle }) => {
    if (route) return route.methods.get || route.methods._all ? [String(route.path)] : [];
    return handle.stack ? patternsOf(handle.stack) : [];
  });
