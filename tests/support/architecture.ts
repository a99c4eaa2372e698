import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

export interface Edge {
  from: string;
  to: string;
  /** Gone once the code is compiled. */
  isType: boolean;
}

/**
 * Who imports whom in the code below a folder; packages appear under their names. Throws where an alias of ours leads
 * nowhere: what is not resolved is held by no rule.
 */
export async function readEdges(folder = process.cwd()): Promise<Edge[]> {
  const tsconfig = path.join(folder, "tsconfig.json");
  const options = {
    baseDir: folder,
    tsPreCompilationDeps: "specify" as const,
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: tsconfig },
  };
  const { output } = await cruise(
    ["app", "db", "emails", "fakes"],
    options,
    {},
    { tsConfig: extractTSConfig(tsconfig) },
  );
  return (output as ICruiseResult).modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ module, resolved, couldNotResolve, preCompilationOnly }) => {
      if (couldNotResolve && /^(~\/|#|\.)/.test(module)) throw new Error(`${source}: ${module} leads nowhere.`);
      return { from: source, to: ours.test(resolved) ? resolved : module, isType: preCompilationOnly ?? false };
    }),
  );
}

const ours = /^(app|db|emails|fakes|tests)\//;

interface Rule {
  name: string;
  from: RegExp;
  /** What these files may import of ours; types may come from a little further. */
  may?: RegExp;
  mayAsType?: RegExp;
  /** What they must not import, whosoever it is. */
  mustNot?: RegExp;
}

/** The wings of the models, each with those below it, which alone it may import. */
export const wings = {
  core: [],
  telling: ["core"],
  feedback: ["core", "telling"],
  help: ["core", "telling"],
  support: ["core", "telling", "feedback", "help"],
  insights: ["core", "telling", "feedback", "help", "support"],
  admin: ["core", "telling", "feedback", "help", "support"],
} as const;
const base = "app/(env|log)\\.server";

export const rules: Rule[] = [
  { name: "db imports nothing of the app", from: /^db\//, may: /^db\// },
  {
    name: "emails import nothing of app and db but the type of words",
    from: /^emails\//,
    may: /^emails\//,
    mayAsType: /^app\/i18n\/index\.ts$/,
  },
  { name: "fakes import nothing of ours", from: /^fakes\//, may: /^fakes\// },
  {
    name: "the product imports neither fakes nor tests",
    from: /^(app|db|emails)\//,
    mustNot: /^(fakes|tests)\//,
  },
  {
    name: "models import models, db, the list of languages, and the type of words",
    from: /^app\/models\//,
    may: /^(app\/(models\/|i18n\/languages)|db\/(any-of|client|messages|queue|schema|without-scans))/,
    mayAsType: /^app\/i18n\/index\.ts$/,
  },
  ...Object.entries(wings).map(([wing, below]) => ({
    name: `${wing} imports wings below it only`,
    from: new RegExp(`^app/models/${wing}/`),
    may: new RegExp(`^(app/(models/(${[wing, ...below].join("|")})|i18n)/|db/)`),
  })),
  {
    name: "http imports models, words, the frame of pages and db",
    from: /^app\/http\//,
    may: new RegExp(`^(app/(http|models|i18n)/|app/ui/(theme|frame)|db/|${base})`),
  },
  {
    name: "endpoints import http, models and words",
    from: /^app\/endpoints(\/|\.ts$)/,
    may: /^(app\/(endpoints|http|models|i18n)\/|db\/)/,
  },
  {
    name: "ui imports no server file",
    from: /^app\/ui\//,
    may: /^app\/(ui|models|i18n)\/(?!.*\.server)/,
    mayAsType: /^(db\/schema\/|app\/)/,
  },
  {
    name: "routes import http, models, ui and their own folder",
    from: /^app\/routes\//,
    may: /^app\/(http|models|ui|i18n|routes)\//,
    mayAsType: /^db\/schema\//,
  },
  {
    name: "the browser's own elements import each other and nothing else",
    from: /^app\/(browser\/|entry\.client)/,
    may: /^app\/browser\//,
  },
  {
    name: "jobs import models, integrations, emails and db",
    from: /^app\/jobs\//,
    may: new RegExp(`^(app/(jobs|models|integrations|i18n)/|emails/|db/|${base})`),
  },
  {
    name: "integrations know the environment and the log, and nothing of ours else",
    from: /^app\/integrations\//,
    may: new RegExp(`^(app/integrations/|${base})`),
  },
  { name: "words import nothing", from: /^app\/i18n\//, may: /^app\/i18n\// },
  {
    name: "Remix stays at the edge",
    from: /^(db|emails|app\/(models|jobs|integrations|i18n|browser|cli)\/|app\/(env|log))/,
    mustNot: /^(@remix-run\/|react-router)/,
  },
  {
    name: "models call nobody",
    from: /^app\/models\//,
    mustNot: /^(node:(http|https|net|tls|dns|child_process)|nodemailer|resend|meilisearch|pg-boss|express)/,
  },
  {
    name: "a file that is safe in a browser takes db and server files only as types",
    from: /^app\/(models|ui|i18n|browser)\/(?!.*\.(server|worker)\.)/,
    mustNot: /^(db\/|.*\.server\.)/,
    mayAsType: /./,
  },
];

/** Every broken rule, as `rule: from → to`. */
export function violations(edges: Edge[], routes: ReadonlySet<string>): string[] {
  const broken = edges.flatMap((edge) =>
    rules.filter((rule) => breaks(edge, rule)).map(({ name }) => `${name}: ${edge.from} → ${edge.to}`),
  );
  const routeImports = edges.filter(({ to }) => routes.has(to) && !/^app\/routes\.ts$/.test(to));
  return [
    ...broken,
    ...routeImports.map(({ from, to }) => `nobody imports a route: ${from} → ${to}`),
    ...circles(edges).map((circle) => `no circles: ${circle.join(" → ")}`),
  ];
}

function breaks({ from, to, isType }: Edge, { from: subject, may, mayAsType, mustNot }: Rule): boolean {
  if (!subject.test(from)) return false;
  if (isType && mayAsType?.test(to)) return false;
  if (mustNot) return mustNot.test(to);
  return ours.test(to) && may !== undefined && !may.test(to);
}

/** Files that import each other in a ring, types included. */
function circles(edges: Edge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) return void found.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
