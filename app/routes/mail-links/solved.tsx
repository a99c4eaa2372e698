import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { findSolvedLink, followSolvedLink } from "~/models/feedback/posts/mail-links.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { SolvedButtons } from "~/ui/solved-buttons";
import { MailLinkCard } from "./mail-link-card";

/** Opening the link only asks: programs that check mail open links, too. */
export async function loader({ params: { token = "" }, context: { db, words } }: LoaderFunctionArgs) {
  const link = await findSolvedLink(db, token);
  const post = link && { number: link.post.number, title: link.post.title };
  return { head: { title: words.t("solved.title"), isPrivate: true }, token, post };
}

const form = z.object({ solved: z.enum(["yes", "no"]) });

export async function action(args: ActionFunctionArgs) {
  const { solved } = await readForm(args, form);
  await followSolvedLink(args.context.db, { token: args.params.token ?? "", isSolved: solved === "yes" });
  return { said: solved };
}

export default function Solved() {
  const { t } = useWords();
  const { token, post } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const said = result && "said" in result ? result.said : undefined;
  if (!post) return <MailLinkCard heading={t("stopMail.unknown.heading")} text={t("solved.unknown")} />;
  return (
    <MailLinkCard
      heading={t(said ? `solved.thanks.${said}.heading` : "solved.question")}
      text={t(said ? `solved.thanks.${said}.text` : "solved.intro")}
      title={post.title}
    >
      {!said && <SolvedButtons action={`/solved/${token}`} />}
      <p className="mt-6 flex flex-wrap gap-3">
        <a href={`/posts/${post.number}`} className={button(said ? "quiet" : "plain", "small")}>
          {t("solved.toPost")}
        </a>
        {said && (
          <a href={`/solved/${token}`} className={button("plain", "small")}>
            {t("solved.change")}
          </a>
        )}
      </p>
    </MailLinkCard>
  );
}
