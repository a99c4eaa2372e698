/** Tags with one put on, at the end, or taken off. */
export function retag<Tag>(type: "tag" | "untag", tag: Tag, tags: Tag[]): Tag[] {
  const others = tags.filter((one) => one !== tag);
  return type === "tag" ? [...others, tag] : others;
}
