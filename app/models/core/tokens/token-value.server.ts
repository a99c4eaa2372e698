import { createHash, randomBytes } from "node:crypto";

const form = /^gs_[\w-]{43}$/;

/** What a program sends: 256 bits that nobody guesses, behind what says whose they are to whoever finds them. */
export const newTokenValue = (): string => `gs_${randomBytes(32).toString("base64url")}`;

export const isTokenValue = (text: string): boolean => form.test(text);

/** All that is kept of it. */
export const hashOfToken = (value: string): string => createHash("sha256").update(value).digest("hex");
