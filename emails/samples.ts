import { home, type Samples } from "./sample-parts";
import * as each from "./samples/index";
import type { Mail, Words } from "./words";

/** One of each mail, for previews and pictures. */
export const samples: Samples = Object.assign({}, ...Object.values(each));

/** A sample as a mail in somebody's language. */
export function writeSample(name: string, words: Words): Promise<Mail> | undefined {
  return samples[name]?.({
    words,
    links: {
      home,
      notifications: `${home}/me/notifications`,
      preferences: `${home}/me/preferences`,
      unsubscribe: `${home}/unsubscribe/sample`,
      mute: `${home}/unsubscribe/sample-of-one-post`,
    },
  });
}
