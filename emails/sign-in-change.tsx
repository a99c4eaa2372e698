import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface SignInChangeProps {
  words: Words;
  change: "joined" | "added" | "removed" | "reset" | "token";
  /** Such as GitHub, where one was joined. */
  provider?: string;
  /** Where the person sees what it is, and parts with it. */
  link: string;
}

/** Somebody can sign in otherwise than before, or a program can act for them. */
export function signInChangeMail(props: SignInChangeProps): Promise<Mail> {
  const { words, change, provider = "" } = props;
  return compose(words.t(`mail.identity.${change}.subject`, { provider }), <SignInChange {...props} />);
}

function SignInChange({ words, change, provider = "", link }: SignInChangeProps) {
  const say = (part: "subject" | "preview" | "intro" | "notYou") =>
    words.t(`mail.identity.${change}.${part}`, { provider });
  return (
    <Layout words={words} preview={say("preview")}>
      <Title>{say("subject")}</Title>
      <Paragraph>{say("intro")}</Paragraph>
      <Action words={words} href={link}>
        {words.t(change === "token" ? "mail.identity.token.button" : "mail.identity.button")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{say("notYou")}</Quiet>
    </Layout>
  );
}
