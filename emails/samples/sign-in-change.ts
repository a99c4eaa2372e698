import { home, type Samples } from "../sample-parts";
import { signInChangeMail } from "../sign-in-change";

const link = `${home}/me/sessions`;

export const signInChangeSamples: Samples = {
  identity: ({ words }) => signInChangeMail({ words, change: "joined", provider: "GitHub", link }),
  "passkey-added": ({ words }) => signInChangeMail({ words, change: "added", link }),
  "passkey-removed": ({ words }) => signInChangeMail({ words, change: "removed", link }),
  "passkeys-reset": ({ words }) => signInChangeMail({ words, change: "reset", link }),
  "token-made": ({ words }) => signInChangeMail({ words, change: "token", link: `${home}/me/tokens` }),
};
