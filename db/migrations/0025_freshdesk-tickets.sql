-- A ticket is a portal's own from now on; those of Freshdesk are called Freshdesk tickets.
ALTER TABLE "ticket_links" RENAME TO "freshdesk_links";--> statement-breakpoint
ALTER INDEX "ticket_links_pkey" RENAME TO "freshdesk_links_pkey";--> statement-breakpoint
ALTER INDEX "ticket_links_standing" RENAME TO "freshdesk_links_standing";--> statement-breakpoint
ALTER INDEX "ticket_links_of_ticket" RENAME TO "freshdesk_links_of_ticket";--> statement-breakpoint
ALTER INDEX "ticket_links_of_post" RENAME TO "freshdesk_links_of_post";--> statement-breakpoint
ALTER TABLE "freshdesk_links" RENAME CONSTRAINT "ticket_links_post_id_posts_id_fk" TO "freshdesk_links_post_id_posts_id_fk";--> statement-breakpoint
ALTER TABLE "freshdesk_links" RENAME CONSTRAINT "ticket_links_created_by_users_id_fk" TO "freshdesk_links_created_by_users_id_fk";--> statement-breakpoint
ALTER TABLE "freshdesk_links" RENAME CONSTRAINT "ticket_links_unlinked_by_users_id_fk" TO "freshdesk_links_unlinked_by_users_id_fk";--> statement-breakpoint
ALTER TYPE "ticket_state" RENAME TO "freshdesk_ticket_state";--> statement-breakpoint
ALTER TYPE "link_origin" RENAME TO "freshdesk_link_origin";--> statement-breakpoint
-- Web processes of the version before this one read and write it by its old name until they end.
CREATE VIEW "ticket_links" AS SELECT * FROM "freshdesk_links";--> statement-breakpoint
CREATE FUNCTION rename_freshdesk_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.type IN ('ticket.linked', 'ticket.unlinked', 'ticket.requested', 'ticket.requester_known') THEN
    NEW.type := replace(NEW.type, 'ticket.', 'freshdesk.');
  ELSIF NEW.type = 'post.status_changed' AND NEW.data ? 'repliesToTickets' THEN
    NEW.data := (NEW.data - 'repliesToTickets') || jsonb_build_object('repliesToFreshdesk', NEW.data -> 'repliesToTickets');
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER events_of_freshdesk BEFORE INSERT ON "events"
  FOR EACH ROW EXECUTE FUNCTION rename_freshdesk_event();--> statement-breakpoint
ALTER TABLE "events" DISABLE TRIGGER events_append_only;--> statement-breakpoint
UPDATE "events" SET "type" = replace("type", 'ticket.', 'freshdesk.')
  WHERE "type" IN ('ticket.linked', 'ticket.unlinked', 'ticket.requested', 'ticket.requester_known');--> statement-breakpoint
UPDATE "events" SET "data" = ("data" - 'repliesToTickets') || jsonb_build_object('repliesToFreshdesk', "data" -> 'repliesToTickets')
  WHERE "type" = 'post.status_changed' AND "data" ? 'repliesToTickets';--> statement-breakpoint
ALTER TABLE "events" ENABLE TRIGGER events_append_only;
