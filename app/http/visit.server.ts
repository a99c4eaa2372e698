import type { Submission } from "@conform-to/react";
import type { Db } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Words } from "~/i18n";
import type { Log } from "~/log.server";
import type { DomainError } from "~/models/core/domain-error";
import type { Portal } from "~/models/core/settings/settings.server";
import type { Query } from "~/models/core/text/query";
import type { Viewer } from "~/models/core/users/viewer";
import type { FormFiles } from "~/models/feedback/attachments/attachment";
import type { SearchQuestion } from "~/models/feedback/search/question";
import type { SearchResults } from "~/models/feedback/search/results";
import type { TestPageReport } from "~/models/support/paging/test-page";
import type { TestMailReport } from "~/models/telling/deliveries/test-mail";
import type { Theme } from "~/ui/theme";
import type { FormWithFiles } from "./forms-with-files.server";
import type { Shown } from "./page-cache/shown";
import type { SignInProvider } from "./sign-in-provider";

declare module "@remix-run/node" {
  interface AppLoadContext extends Visit {}
}

/** A message for the next page that this visitor sees. */
export interface Toast {
  tone: "success" | "error";
  /** A key of the catalogue. */
  key: string;
  params: Record<string, string | number>;
}

export type SendTestMail = (mail: { userId: string; to: string; words: Words }) => Promise<TestMailReport>;

export type SendTestPage = (page: { words: Words; origin: string }) => Promise<TestPageReport>;

export type Search = (viewer: Viewer, question: SearchQuestion) => Promise<SearchResults>;

/** One request: what comes, and what is known of who makes it. Every loader and action finds it as its `context`. */
export interface Visit {
  db: Db;
  env: Env;
  log: Log;
  viewer: Viewer;
  words: Words;
  /** How the portal is set up. */
  portal: Portal;
  theme: Theme;
  /** The message left by the request before this one. */
  toast: Toast | undefined;
  /** What was asked for, cleaned of what no address of ours holds. */
  address: URL;
  /** Its search part. */
  query: Query;
  /** Path and search of it. */
  path: string;
  /** `https://feedback.example.com`: where we are, as the visitor sees it. */
  origin: string;
  /** The address of the visitor, for limits. */
  ip: string;
  /** Whether `/dev/outbox` shows the mails: in development and in the demo only. */
  showsOutbox: boolean;
  /** Whether what we mail reaches nobody, so that nobody gets a link to sign in with. */
  isMute: boolean;
  isHotReloading: boolean;
  /** Absent where this process sends no mail. */
  sendTestMail: SendTestMail | undefined;
  /** Absent where nobody is paged. */
  sendTestPage: SendTestPage | undefined;
  /** Asks the search engine; the database, where there is no other. */
  search: Search;
  /** Services outside by which people sign in. */
  providers: readonly SignInProvider[];
  /** A form that may bring files: it is read as it comes, and once. */
  formWithFiles: FormWithFiles | undefined;
  /** The session that the cookie names, if it is valid. */
  sessionId: string | undefined;
  /** What the visitor comes with, such as `Firefox, Linux`. */
  device: string | undefined;
  /** Whether the visitor is of the team and has to use a passkey first: until then they are a member like others. */
  needsPasskey: boolean;
  /** Whether that session has used a passkey. */
  isByPasskey: boolean;
  /** When that session began. */
  signedInAt: Date | null;
  outgoing: Outgoing;
}

/** What a loader or an action wants of the response besides its body. */
export interface Outgoing {
  /** Sends a cookie along with whatever is answered. */
  setCookie(name: string, value: string, options?: { maxAge?: number; httpOnly?: boolean }): void;
  /** Lets pages of these origins, and of no others, show what is answered in a frame. */
  letFrame(origins: string[]): void;
  /** The id that a browser gets which had none (./asker). */
  asker?: string;
  /** What became of the files that came with the form. */
  files?: FormFiles;
  /** The form that the action has read; kept to fill it in again when the command refuses. */
  submission?: Submission<unknown>;
  /** The page as it goes out: a string already, that no `Response` has to encode and decode on the way. */
  page?: string;
  /** What the page shows, if it may be kept for other visitors. */
  shown?: Shown;
  /** What was refused with its reason, for the headers that go with it. */
  refusal?: DomainError;
  /** What a route without a page has to say instead of what was asked; shown on a page of its own. */
  problem?: { status: number; sentence: string };
}
