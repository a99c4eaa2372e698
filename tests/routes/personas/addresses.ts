import type { RouteConfigEntry } from "@remix-run/route-config";
import { sections } from "~/models/core/settings/table";
import routes from "~/routes";
import { ticket } from "./backstage";
import { deskBulk } from "./desk";
import type { Stage } from "./stage";

/** Values for what stands after a colon, by the pattern up to there; what is not listed nobody knows how to ask. */
function valuesOn(stage: Stage): Record<string, (string | number)[]> {
  const { posts, news, talk, backstage, tokens, people, ids } = stage;
  const everyPost = [...Object.values(posts), 999];
  const entries = [...Object.values(news.entries), 999];
  const roadmaps = ["roadmap", "inner", "team", "off", "nowhere"];
  const comments = [talk.open, talk.members, talk.staff, talk.deleted, talk.moved, talk.buried, talk.goneByAuthor];
  const one = news.roadmaps;
  return {
    "roadmap/:slug": roadmaps,
    "posts/:number": everyPost,
    "posts/:number/:slug": ["about"],
    "posts/:number/history/:id": [1, 2],
    "posts/:number/tickets/:id": [ids.link],
    "changelog/:number": entries,
    "changelog/:number/:slug": ["here"],
    "comments/:id": comments,
    "files/of/:kind": ["post", "comment", "note"],
    "files/of/:kind/:id": [...stage.files.postIds, talk.open, ids.note],
    "files/:id": stage.files.ids,
    "support/:number": stage.desk,
    "staff/support/:number": stage.desk,
    "staff/support/settings/categories/:id": [1],
    "staff/support/bulk/:id": [deskBulk],
    "staff/support/views/:id": [backstage.queueView],
    "staff/support/settings/routing/:id": [1],
    "staff/support/settings/policies/:id": [1],
    "staff/support/settings/schedules/:id": [1],
    "staff/support/settings/tiers/:tier": [4],
    "staff/support/settings/paging/:id": ["unknown"],
    "help/:section": stage.help.sections,
    "help/judgements/:number": stage.help.numbers,
    "help/reads/:number": stage.help.numbers,
    "help/articles/:number": stage.help.numbers,
    "help/articles/:number/:slug": ["how-it-works"],
    "staff/help/:number": stage.help.numbers,
    "staff/help/:number/versions/:version": [1],
    "staff/help/sections/:id": [1],
    "staff/help/sections/:id/articles/:number": [1],
    "staff/help/moving/:id": ["0199a0b0-0000-7000-8000-000000000001"],
    "sign-in/link/:token": ["unknown"],
    "sign-in/with/:provider": ["unknown"],
    "me/:tab": ["votes", "follows", "nothing"],
    "me/notifications/:id": ids.notifications,
    "unsubscribe/:token": tokens,
    "solved/:token": tokens,
    "consent/:token": tokens,
    "subscribe/:token": tokens,
    "notes/:id": [ids.note],
    "invitations/:token": ["unknown"],
    "staff/inbox/:slug": ["shared", "own"],
    "staff/inbox/views/:id": [backstage.view, backstage.ownView],
    "staff/inbox/bulk/:id": [backstage.bulk],
    "staff/invitations/:id": ["0199a0b0-0000-7000-8000-000000000001"],
    "staff/settings/:section": [...sections],
    "staff/boards/:id": Object.values(stage.places),
    "staff/roadmaps/:id": [one.open, one.staff, one.off],
    "staff/roadmaps/:id/columns/:column": news.columns.slice(-1),
    "staff/roadmaps/:id/cards/:number": [posts.open, posts.moved],
    "staff/tags/:id": [1],
    "staff/replies/:id": [1],
    "staff/synonyms/:id": [1],
    "staff/people/:id": [people.dave.id],
    "staff/changelog/:number": entries,
    "staff/changelog/labels/:id": [1],
    "staff/mail/:id": [backstage.mail],
    "staff/freshdesk/writes/:id": [ids.write],
    "staff/freshdesk/tickets/:ticket": [ticket],
    "staff/requests/:number": [posts.open, posts.staff, posts.moved],
    "staff/companies/:domain": ["kwxcompanydomain.example"],
    "staff/import/:id": [backstage.upload, backstage.import],
    "staff/export/:id": [ids.export],
    "dev/outbox/:id": [backstage.mail],
  };
}

/** With a question after the path: what shows more than the path alone. */
const asked = (stage: Stage): string[] => [
  "/?board=kwxstaffboard",
  "/?board=kwxmembersboard",
  "/?sort=new&status=all",
  "/?sort=discussed&status=all",
  ...Object.values(stage.posts).map((number) => `/posts/${number}?stay`),
  `/posts/${stage.posts.open}/comments?reply=${stage.talk.goneByAuthor}`,
  `/posts/${stage.posts.open}/comments?saved=1`,
  `/posts/${stage.posts.open}/move?reply=1`,
  `/posts/${stage.posts.open}/merge?into=${stage.posts.staff}`,
  "/posts/new?board=kwxstaffboard",
  "/changelog?label=unknown",
  "/people?q=kw",
  `/people?q=m&post=${stage.posts.moved}`,
  `/people?q=m&post=${stage.posts.staff}`,
  `/staff/replies/1/text?post=${stage.posts.open}`,
  "/staff/people?q=kwx",
  "/staff/mail?address=kwxmailaddress@example.com",
  `/staff/freshdesk?ticket=${ticket}`,
  "/staff/requests?status=all",
  "/staff/inbox?status=all",
  "/sign-in?next=/posts/1",
  "/support?show=all",
  "/staff/support?q=kwxdeskbody",
  "/staff/support?away=deleted",
  `/staff/support/bulk?change=away:spam&${new URLSearchParams(stage.desk.map((number) => ["ticket", number]))}`,
  "/staff/help?state=archived",
  ...stage.help.numbers.map((number) => `/support/new?article=${number}`),
  "/search?q=kwxhelpopentitle",
  "/search?q=kwxhelpstaffwording",
  "/feed.atom?board=kwxstaffboard",
  "/feed.json?board=kwxmembersboard",
  "/~nowhere",
];

/** What answers before Remix, by the pattern that Express knows it by. */
function beforeRemix({ posts, ids, backstage, files, desk }: Stage): Record<string, string[]> {
  const feeds = (path: string) => ({ [`${path}.atom`]: [`${path}.atom`], [`${path}.json`]: [`${path}.json`] });
  const ofPosts = (format: string) => Object.values(posts).map((number) => `/posts/${number}/feed.${format}`);
  const ofRoadmaps = (format: string) => ["inner", "team", "off"].map((slug) => `/roadmap/${slug}/feed.${format}`);
  return {
    "/healthz": ["/healthz"],
    "/readyz": ["/readyz"],
    "/prefetch.json": ["/prefetch.json"],
    "/portal-:name([\\da-z]{1,8}).css": ["/portal-abc.css"],
    "/portal-:name(logo|icon)-:version([\\da-f]{12}).png": ["/portal-logo-0123456789ab.png"],
    "/support/:number(ST-\\d+-\\d+)/newest": desk.map((number) => `/support/${number}/newest`),
    "/staff/support/:number(ST-\\d+-\\d+)/news": desk.map((number) => `/staff/support/${number}/news`),
    "/dashboard/help": ["/dashboard/help"],
    "/dashboard/admin/support": ["/dashboard/admin/support?q=kwxdeskbody"],
    "/robots.txt": ["/robots.txt"],
    "/sitemap.xml": ["/sitemap.xml"],
    "/sitemap-:file([1-9]\\d{0,4}).xml": ["/sitemap-1.xml", "/sitemap-2.xml"],
    "/dev/outbox/:id/html": [`/dev/outbox/${backstage.mail}/html`],
    "/^\\/files\\/[\\da-f-]{36}(\\/\\d{1,5})?$/": files.ids.map((id) => `/files/${id}`),
    "/api/me": ["/api/me"],
    "/api/support/tickets": ["/api/support/tickets"],
    "/api/support/tickets/:id": desk.map((number) => `/api/support/tickets/${number}`),
    "/api/support/tickets/:id/responses": desk.map((number) => `/api/support/tickets/${number}/responses`),
    "/api/support/ticket": ["/api/support/ticket"],
    "/api/admin/support/settings": ["/api/admin/support/settings"],
    "/me/data/export": ["/me/data/export"],
    "/staff/support/figures.csv": ["/staff/support/figures.csv"],
    "/staff/export/bugs.csv": ["/staff/export/bugs.csv"],
    "/^\\/staff\\/export\\/([\\da-f-]{36})\\.zip$/": [`/staff/export/${ids.export}.zip`],
    "/staff/help/articles.zip": ["/staff/help/articles.zip"],
    ...feeds("/feed"),
    ...feeds("/changelog/feed"),
    ...feeds("/help/feed"),
    ...feeds("/roadmap/feed"),
    "/posts/:number([1-9]\\d{0,8})/feed.atom": ofPosts("atom"),
    "/posts/:number([1-9]\\d{0,8})/feed.json": ofPosts("json"),
    "/roadmap/:slug/feed.atom": ofRoadmaps("atom"),
    "/roadmap/:slug/feed.json": ofRoadmaps("json"),
  };
}

/** What one of our routes is, by its id. */
type Modules = Record<string, { module: { loader?: unknown } } | undefined>;

/**
 * Every address that answers a GET, all parameters filled in; once where nothing is loaded for it, and once for each
 * route as Remix would give out what its loader returned. Throws where one is not known.
 */
export async function listAddresses(stage: Stage, modules: Modules, getPatterns: string[]): Promise<string[]> {
  const values = valuesOn(stage);
  const pages = ((await routes) as RouteConfigEntry[]).flatMap(({ path = "", file, id = file }) => {
    const filled = fill(path, values).map((one) => `/${one}`);
    const [first = "/"] = filled;
    const some = modules[id]?.module.loader ? filled : [first];
    return [...some, `${first}?_data=${encodeURIComponent(id)}`];
  });
  const others = beforeRemix(stage);
  const files = getPatterns.flatMap((pattern) => {
    const paths = others[pattern];
    if (!paths) throw new Error(`Nobody has said how to ask for ${pattern}: see beforeRemix().`);
    return paths;
  });
  return [...pages, ...files, ...asked(stage)];
}

/** Every address of a route by its pattern. Throws where a parameter is not known. */
export const addressesOf = (stage: Stage, pattern: string): string[] =>
  fill(pattern, valuesOn(stage)).map((path) => `/${path}`);

/** `posts/:number/edit` with each of the numbers; with and without what is optional. */
function fill(pattern: string, values: Record<string, (string | number)[]>): string[] {
  let filled = [""];
  const known: string[] = [];
  for (const segment of pattern.split("/").filter(Boolean)) {
    const isOptional = segment.endsWith("?");
    known.push(segment.replace(/\?$/, ""));
    const some = valuesOf(segment, known.join("/"), values).map(String);
    const longer = filled.flatMap((start) => some.map((value) => (start ? `${start}/${value}` : value)));
    filled = isOptional ? [...filled, ...longer] : longer;
  }
  return filled;
}

function valuesOf(segment: string, pattern: string, values: Record<string, (string | number)[]>): (string | number)[] {
  if (segment === "*") return ["nowhere"];
  if (!segment.startsWith(":")) return [segment];
  const some = values[pattern];
  if (!some) throw new Error(`Nobody has said what ${pattern} may be: see valuesOn().`);
  return some;
}
