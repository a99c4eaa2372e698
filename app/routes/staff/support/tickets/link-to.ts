/** How a ticket is linked to a post. */
export const linkTo = (path: string) => (post: number) => ({
  action: `${path}/change`,
  fields: { value: String(post) },
  name: "what",
  value: "link",
});
