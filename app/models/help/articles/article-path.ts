import { addressPart } from "../../core/text/address-part";

/** The address of an article: its number finds it, the rest is for people. */
export const articlePath = ({ number, slug }: { number: number; slug: string }): string =>
  slug ? `/help/articles/${number}/${addressPart(slug)}` : `/help/articles/${number}`;
