import { Fragment } from "react";
import { because, whyOf } from "./because";
import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import { MergeNews } from "./merge-news";
import { oneLine } from "./one-line";
import type { Around, Merge, Post } from "./props";
import type { Mail, Words } from "./words";

export interface MergeProps extends Around {
  post: Post;
  merge: Merge;
}

/** A post became part of another; its votes and followers came along. */
export function mergeMail(props: MergeProps): Promise<Mail> {
  const { words, post } = props;
  return compose(words.t("mail.merge.subject", { title: post.title }), <MergeMail {...props} />);
}

/** A merge in a digest. */
export const mergeInDigest = ({ words, merge }: MergeProps) => (
  <Fragment key={merge.id}>
    <Quiet>{words.t("mail.digest.merged")}</Quiet>
    <MergeNews words={words} merge={merge} />
  </Fragment>
);

function MergeMail({ words, links, post, merge }: MergeProps) {
  const { t } = words;
  const lead = leadOf(words, merge);
  const did = because(words, merge, post.kind);
  return (
    <Layout
      words={words}
      preview={`${lead} ${oneLine(merge.original.title)}`}
      footer={{ why: whyOf(words, merge.reason), links }}
    >
      {did && <Quiet>{did}</Quiet>}
      <Title>{post.title}</Title>
      <Paragraph>{lead}</Paragraph>
      <MergeNews words={words} merge={merge} />
      <Action words={words} href={merge.original.link}>
        {t("mail.merge.open")}
      </Action>
    </Layout>
  );
}

function leadOf({ t }: Words, { reason }: Merge): string {
  return t(`mail.merge.lead.${reason === "author" || reason === "voter" ? reason : "other"}`);
}
