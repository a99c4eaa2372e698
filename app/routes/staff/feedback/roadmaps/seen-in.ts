import { z } from "zod";

/** The column in which whoever moves a card saw it; empty where it was in none by hand. */
export const seenIn = z
  .string()
  .regex(/^\d{0,9}$/)
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));
