/** How a ticket of Freshdesk is linked to a post. */
export const linkFreshdesk = (ticket: number) => (post: number) => ({
  action: `/posts/${post}/tickets`,
  name: "ticket",
  value: ticket,
});
