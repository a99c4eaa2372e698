import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { readAddress } from "./models/core/text/address";

const url = z.url({ error: "has to be an address such as https://feedback.example.com" });
/** Express knows these by name. */
const networks = new Set(["loopback", "linklocal", "uniquelocal"]);

/** Who may say in X-Forwarded-* who is asking: nobody, so many proxies before us, or those at these addresses. */
const proxies = z
  .string()
  .default("none")
  .refine((value) => /^(none|[1-9])$/.test(value) || value.split(",").every(isNetwork), {
    error: "has to be none, the number of proxies, or their addresses with commas between them",
  })
  .transform((value) => (value === "none" ? false : /^\d$/.test(value) ? Number(value) : value.split(",")));

const address = z.string().transform((text, context) => {
  const email = readAddress(text);
  if (!email) context.addIssue({ code: "custom", message: "has to be an e-mail address" });
  return email ?? "";
});

const tokenSecret = z.string().min(32, "has to be 32 characters or longer").optional();

const safely = "has to begin with https://, or with http:// on this machine";

/** Whether nobody in between can change what comes from there. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

/** Every variable we read; .env.example explains them. */
const variables = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number({ error: "has to be a number" }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  BASE_URL: url.transform((value) => value.replace(/\/+$/, "")).optional(),
  TRUST_PROXY: proxies,
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "has to begin with postgres:// or postgresql://")
    .optional(),
  DATABASE_PREPARE: z.enum(["yes", "no"], { error: "has to be yes or no" }).default("yes"),
  DATA_DIR: z.string().default(".data"),
  SESSION_SECRET: z.string().min(32, "has to be 32 characters or longer").optional(),
  ADMIN_EMAIL: address.optional(),
  MAIL_FROM: z.string().default("Groundswell <feedback@localhost>"),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: url.transform((value) => value.replace(/\/+$/, "")).default("https://api.resend.com"),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[\w+/]+=*$/, "has to begin with whsec_, as Resend shows it")
    .optional(),
  INBOUND_DOMAIN: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(z.string().regex(/^(?=.{1,253}$)[a-z\d-]+(\.[a-z\d-]+)*$/, "has to be a domain such as in.example.com"))
    .optional(),
  INBOUND_SECRET: z.string().min(16, "has to be 16 characters or longer").optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "has to begin with smtp:// or smtps://")
    .optional(),
  MAIL: z.enum(["none"], { error: "has to be none, or absent" }).optional(),
  JOBS: z.enum(["here", "elsewhere"], { error: "has to be here or elsewhere" }).default("here"),
  FRESHDESK_DOMAIN: z
    .string()
    .refine(isHostOrAddress, "has to be a host such as acme.freshdesk.com, or an address")
    .optional(),
  FRESHDESK_API_KEY: z.string().optional(),
  FRESHDESK_EMAIL: address.optional(),
  FRESHDESK_WEBHOOK_SECRET: z.string().min(16, "has to be 16 characters or longer").optional(),
  PAGERDUTY_ROUTING_KEY: z.string().length(32, "has to be 32 characters, as PagerDuty shows it").optional(),
  PAGERDUTY_URL: url
    .transform((value) => value.replace(/(\/v2\/enqueue)?\/*$/, ""))
    .default("https://events.pagerduty.com"),
  MEILISEARCH_HOST: url.transform((value) => value.replace(/\/+$/, "")).optional(),
  MEILISEARCH_API_KEY: z.string().optional(),
  STAFF_PASSKEYS: z.enum(["off"], { error: "has to be off, or absent" }).optional(),
  OIDC_ISSUER: url.refine(isSafe, safely).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, "has to be 40 characters or shorter").default("OpenID"),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GITHUB_BASE_URL: url
    .refine(isSafe, safely)
    .transform((value) => value.replace(/\/+$/, ""))
    .default("https://github.com"),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  SSO_SECRET: tokenSecret,
  SSO_SECRET_NEXT: tokenSecret,
  SSO_NAME: z.string().max(40, "has to be 40 characters or shorter").default("Single sign-on"),
  STORAGE_URL: z
    .string()
    .refine(isBucket, "has to be s3://KEY:SECRET@HOST/BUCKET?region=REGION, or s3+http:// without TLS")
    .optional(),
  CLAMAV_URL: z
    .string()
    .regex(/^tcp:\/\/[^/:]+(:\d+)?\/?$/, "has to be an address such as tcp://localhost:3310")
    .optional(),
  PAGE_CACHE_MB: z.coerce
    .number({ error: "has to be a number" })
    .min(0, "has to be 0 or more")
    .max(16_000, "has to be 16000 or less")
    .default(64),
  RATE_LIMITS: z.enum(["on", "off"], { error: "has to be on or off" }).default("on"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export type Env = Omit<z.output<typeof variables>, "SESSION_SECRET"> & { SESSION_SECRET: string };

/** Thrown at start with every fault at once. */
export class EnvError extends Error {
  constructor(faults: string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join("\n")}\nSee .env.example.`);
  }
}

/** Reads and checks the environment; an empty value counts as absent. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (given.NODE_ENV === "production" && given.DATABASE_URL && !given.SESSION_SECRET) {
    faults.push("SESSION_SECRET is missing; it is needed in production. Make one with: openssl rand -hex 32");
  }
  if (given.FRESHDESK_DOMAIN && !given.FRESHDESK_API_KEY) {
    faults.push("FRESHDESK_API_KEY is missing; FRESHDESK_DOMAIN needs the key of one of its agents.");
  }
  faults.push(...unpaired(given));
  if (!parsed.success || faults.length > 0) throw new EnvError(faults);
  const { SESSION_SECRET = keptSecret(parsed.data.DATA_DIR), ...rest } = parsed.data;
  return { ...rest, SESSION_SECRET };
}

/** What goes only together. */
const pairs = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID"],
  ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["OIDC_CLIENT_SECRET", "OIDC_ISSUER"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GITHUB_CLIENT_SECRET", "GITHUB_CLIENT_ID"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_SECRET", "GOOGLE_CLIENT_ID"],
  ["SSO_SECRET_NEXT", "SSO_SECRET"],
  ["INBOUND_SECRET", "INBOUND_DOMAIN"],
] as const;

const unpaired = (given: Record<string, unknown>): string[] =>
  pairs
    .filter(([name, other]) => given[name] && !given[other])
    .map(([name, other]) => `${other} is missing; ${name} needs it.`);

function isNetwork(text: string): boolean {
  const [ip = "", bits = "0", ...rest] = text.split("/");
  return networks.has(text) || (rest.length === 0 && isIP(ip) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= 128);
}

function isHostOrAddress(domain: string): boolean {
  return URL.canParse(domain.includes("://") ? domain : `https://${domain}`);
}

function isBucket(text: string): boolean {
  if (!/^s3(\+http)?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname, pathname } = new URL(text.replace(/^s3(\+http)?:/, "https:"));
  return Boolean(username && password && hostname) && /^\/[^/]+/.test(pathname);
}

/** Made once and kept beside the embedded database. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "session-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}

/** Whether anybody takes the mails of this portal. */
export const hasMail = ({ RESEND_API_KEY, SMTP_URL }: Pick<Env, "RESEND_API_KEY" | "SMTP_URL">): boolean =>
  Boolean(RESEND_API_KEY || SMTP_URL);
