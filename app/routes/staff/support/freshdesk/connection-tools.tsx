import type { SerializeFrom } from "@remix-run/node";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";
import type { Doing } from "./doings";

const action = "/staff/freshdesk/connection";

/** Buttons for what an administrator can do with the connection as it stands. */
export function ConnectionTools({ settings }: { settings: SerializeFrom<FreshdeskSettingsRow> }) {
  const { t } = useWords();
  if (settings.disconnectedAt) {
    return (
      <div className="mt-5">
        <Doer doing="connect" tone="primary" />
      </div>
    );
  }
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <Doer doing="check" />
      <Doer doing={settings.pausedAt || settings.brokenAt ? "resume" : "pause"} />
      <Confirmed
        action={action}
        fields={{ doing: "resync" }}
        label={t("freshdeskPages.connection.doing.resync")}
        question={t("freshdeskPages.connection.resyncQuestion")}
        className={button("quiet", "small")}
      />
      <Disconnect />
    </div>
  );
}

function Doer({ doing, tone = "quiet" }: { doing: Doing; tone?: "quiet" | "primary" }) {
  const { t } = useWords();
  return (
    <form method="post" action={action}>
      <button type="submit" name="doing" value={doing} className={button(tone, "small")}>
        {t(`freshdeskPages.connection.doing.${doing}`)}
      </button>
    </form>
  );
}

/** Asks what is to become of the links, and says what stays in Freshdesk. */
function Disconnect() {
  const { t } = useWords();
  return (
    <details className="group open:w-full">
      <summary className={button("danger", "small")}>{t("freshdeskPages.connection.doing.disconnect")}</summary>
      <form method="post" action={action} className="mt-2 space-y-3 rounded-lg bg-danger-soft p-3 text-sm text-ink">
        <p>{t("freshdeskPages.connection.whatStays")}</p>
        <Tick name="keepsLinks" isChosen label={t("freshdeskPages.connection.keepsLinks")} />
        <button type="submit" name="doing" value="disconnect" className={button("danger", "small")}>
          {t("freshdeskPages.connection.doing.disconnect")}
        </button>
      </form>
    </details>
  );
}
