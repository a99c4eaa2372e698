import type { z } from "zod";
import { defaultLanguage, languages } from "~/i18n/languages";
import { say } from "../text/fields";
import { leastContrast, leastContrastOf, type Scheme } from "./contrast";
import { firstEscalationWords, longestWords } from "./escalation-words";
import * as kind from "./kinds";
import { inEachStatus, statusColors } from "./status-looks";
import { ticketGaps } from "./ticket-gaps";

/** The pages of settings, in their order (/staff/settings/:section). */
export const sections = ["general", "look", "welcome", "statuses", "people", "files", "limits", "support"] as const;

export type Section = (typeof sections)[number];

const joiners = ["everybody", "domains", "invited"] as const;

/** Everybody with an account, those of the portal's domains, or the team alone; the team always. */
const participants = ["members", "domains", "team"] as const;

/** While many ask for codes at once, or always. */
const proofs = ["bursts", "always"] as const;

export type ProofOfWork = (typeof proofs)[number];

export type Participants = (typeof participants)[number];

/** Characters. */
export const longestConfirmation = 2000;

interface Row<Value> {
  section: Section;
  kind: kind.Kind<Value>;
  /** Until somebody sets it. */
  initial: Value;
}

const row = <Value>(row: Row<Value>): Row<Value> => row;

/** A colour that text can be read in, on every ground of the scheme. */
function accent(scheme: Scheme): kind.Kind<string> {
  const color = kind.color();
  const isReadable = (value: string) => leastContrastOf(value, scheme) >= leastContrast;
  const form = color.form.refine(isReadable, say({ code: "contrast" })) as z.ZodType<string>;
  return { ...color, form };
}

/**
 * Every setting of a portal: where it is edited, what it may be, and what it is to begin with. A new one is a row here and
 * its words in the catalogues (`settings.names`, `settings.hints`).
 */
export const table = {
  /** What the portal is called, on pages, in mails and in feeds. */
  name: row({ section: "general", kind: kind.line({ min: 1, max: 40 }), initial: "Groundswell" }),
  /** Who mails seem to come from; as MAIL_FROM has it where there is none. */
  senderName: row({ section: "general", kind: kind.line({ max: 60 }), initial: "" }),
  languages: row({ section: "general", kind: kind.choices(languages), initial: [...languages] }),
  /** For those whose browser asks for none of the languages. */
  defaultLanguage: row({ section: "general", kind: kind.choice(languages), initial: defaultLanguage }),
  /** The clock of whoever has chosen none. */
  timeZone: row({ section: "general", kind: kind.timeZone(), initial: "UTC" }),
  footerLinks: row({ section: "general", kind: kind.links(), initial: [] }),
  /** The address of the page that says who runs the portal. */
  imprint: row({ section: "general", kind: kind.webAddress(), initial: "" }),

  accentLight: row({ section: "look", kind: accent("light"), initial: "#0b6670" }),
  accentDark: row({ section: "look", kind: accent("dark"), initial: "#5cc8d2" }),

  /** In the header of every page; one that is wide stands for the name. */
  logo: row<kind.PortalPicture | null>({ section: "look", kind: kind.picture(), initial: null }),
  /** In the tabs of browsers, on the screens of phones and beside links that are shared. */
  icon: row<kind.PortalPicture | null>({ section: "look", kind: kind.picture(), initial: null }),

  welcomeHeading: row({ section: "welcome", kind: kind.byLanguage({ max: 100 }), initial: kind.inEach(() => "") }),
  welcomeText: row({
    section: "welcome",
    kind: kind.byLanguage({ max: 500, isLong: true }),
    initial: kind.inEach(() => ""),
  }),

  statuses: row({
    section: "statuses",
    kind: kind.statuses(),
    initial: inEachStatus((status) => ({
      names: kind.inEach(() => ""),
      color: statusColors[status],
      isOffered: true,
    })),
  }),

  /** Nobody but people with an account sees anything. */
  isPrivate: row({ section: "people", kind: kind.flag(), initial: false }),
  /** Who may make an account, beside people who are invited. */
  signUp: row<(typeof joiners)[number]>({ section: "people", kind: kind.choice(joiners), initial: "everybody" }),
  /** Of mail addresses: whom "people of our domains" means. */
  domains: row<string[]>({ section: "people", kind: kind.domains({ max: 100 }), initial: [] }),
  whoPosts: row<Participants>({ section: "people", kind: kind.choice(participants), initial: "members" }),
  whoVotes: row<Participants>({ section: "people", kind: kind.choice(participants), initial: "members" }),
  whoComments: row<Participants>({ section: "people", kind: kind.choice(participants), initial: "members" }),
  /** When browsers that are new to an address have work to do before their code is looked at. */
  proofOfWork: row<ProofOfWork>({ section: "people", kind: kind.choice(proofs), initial: "bursts" }),
  /** Whoever is of the team is a member like others until they have used a passkey. */
  staffNeedPasskey: row({ section: "people", kind: kind.flag(), initial: false }),

  /** The most that one post, comment or note may have. */
  filesPerText: row({ section: "files", kind: kind.number({ max: 50 }), initial: 10 }),
  megabytesPerFile: row({ section: "files", kind: kind.number({ min: 1, max: 200 }), initial: 25 }),

  /** How often one person may do so within ten minutes. */
  mostPosts: row({ section: "limits", kind: kind.number({ min: 1, max: 1000 }), initial: 10 }),
  mostComments: row({ section: "limits", kind: kind.number({ min: 1, max: 1000 }), initial: 30 }),
  mostVotes: row({ section: "limits", kind: kind.number({ min: 1, max: 10_000 }), initial: 120 }),

  /** Is told of every new ticket by mail; nobody where it is empty. */
  supportEmail: row({ section: "support", kind: kind.mailAddress(), initial: "" }),
  /** Whether whoever opens a ticket gets a mail at once that says its number. */
  confirmsTickets: row({ section: "support", kind: kind.flag(), initial: true }),
  /** What that mail says instead of its own words; gaps in it are filled (./ticket-gaps). */
  confirmationText: row({
    section: "support",
    kind: kind.byLanguage({ max: longestConfirmation, isLong: true, gaps: ticketGaps }),
    initial: kind.inEach(() => ""),
  }),
  /** How long a ticket is resolved before it is closed; 0 leaves it so. */
  daysUntilClosed: row({ section: "support", kind: kind.number({ max: 365 }), initial: 7 }),
  /** What, said by a requester, has a ticket go to the highest tier at once: a phrase on each line. */
  escalationWords: row({
    section: "support",
    kind: kind.byLanguage({ max: longestWords, isLong: true }),
    initial: firstEscalationWords,
  }),
  /** How much of a promised time is gone where it is at risk. */
  riskPercent: row({ section: "support", kind: kind.number({ min: 1, max: 99 }), initial: 75 }),
  /** Whether times are promised also for tickets that Freshdesk's agents answer. */
  promisesBesideFreshdesk: row({ section: "support", kind: kind.flag(), initial: false }),
} as const;

export type SettingName = keyof typeof table;

type ValueOf<Some> = Some extends Row<infer Value> ? Value : never;

export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof table)[Name]> };

/** Settings that are pictures. */
export type PictureName = {
  [Name in SettingName]: Settings[Name] extends kind.PortalPicture | null ? Name : never;
}[SettingName];

export const settingNames = Object.keys(table) as SettingName[];

export const isPicture = (name: SettingName): name is PictureName => table[name].kind.control.name === "picture";

/** The settings that the form of a section has. */
export const namesIn = (section: Section): SettingName[] =>
  settingNames.filter((name) => table[name].section === section && !isPicture(name));

/** The pictures that a section has beside its form. */
export const picturesIn = (section: Section): PictureName[] =>
  settingNames.filter(isPicture).filter((name) => table[name].section === section);
