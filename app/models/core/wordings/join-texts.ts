interface Texts {
  body: string;
  steps?: string | null;
  expected?: string | null;
  actual?: string | null;
}

/** All that a post says below its title, what tells most first. */
export function joinTexts({ actual, expected, steps, body }: Texts): string {
  return [actual, expected, steps, body].filter(Boolean).join("\n\n");
}
