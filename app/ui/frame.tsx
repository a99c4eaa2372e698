import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { Words } from "~/i18n";
import type { Settings } from "~/models/core/settings/table";
import type { Viewer } from "~/models/core/users/viewer";
import type { FormFiles } from "~/models/feedback/attachments/attachment";
import type { FreshdeskTrouble } from "~/models/support/freshdesk/trouble.server";
import type { PagingTrouble } from "~/models/support/paging/paging-trouble.server";
import type { MailTrouble } from "~/models/telling/deliveries/find-mail-trouble.server";
import type { Theme } from "./theme";

/** What every page may need of the request it answers. */
export interface Frame {
  words: Words;
  /** How the portal is set up: none of it is secret. */
  settings: Settings;
  viewer: Viewer;
  /** Unread notifications of the viewer, as far as they are counted. */
  unread: number;
  /** There is a roadmap that the viewer may look at. */
  hasRoadmap: boolean;
  /** The changelog has an entry that the viewer has not seen. */
  hasNewEntry: boolean;
  theme: Theme;
  /** Path and search of this page. */
  path: string;
  toast?: { tone: "success" | "error"; sentence: string };
  /** The script that makes the page better, and is not needed. */
  script: string;
  isHotReloading: boolean;
  showsOutbox: boolean;
  /** HTML of a piece that depends on its properties and the words alone. */
  remember<Props extends object>(piece: ComponentType<Props>, props: Props, words: Words): string;
  /** What became of the files that came with a form which is shown again. */
  files?: FormFiles;
  /** The viewer is of the team, and has to use a passkey first. */
  needsPasskey?: boolean;
  /** On the pages of the team. */
  trouble?: StaffTrouble;
}

/** Trouble that staff are warned of on every page of theirs: mail, Freshdesk or PagerDuty that cannot be reached. */
export interface StaffTrouble {
  mail: MailTrouble | undefined;
  freshdesk: FreshdeskTrouble | undefined;
  paging: PagingTrouble | undefined;
}

const FrameContext = createContext<Frame | null>(null);

export function FrameProvider({ frame, children }: { frame: Frame; children: ReactNode }) {
  return <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>;
}

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("A page is rendered outside its frame.");
  return frame;
}

export const useWords = (): Words => useFrame().words;
export const useViewer = (): Viewer => useFrame().viewer;
