ALTER TABLE "notifications" ALTER COLUMN "post_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ALTER COLUMN "post_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "entry_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "roadmap_id" integer;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_roadmap_id_roadmaps_id_fk" FOREIGN KEY ("roadmap_id") REFERENCES "public"."roadmaps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_entry" ON "events" USING btree ("entry_id","id") WHERE entry_id is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subject" CHECK (num_nonnulls("deliveries"."entry_id", "deliveries"."edition_id") <= 1);--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_subject" CHECK (num_nonnulls("mail_tokens"."post_id") <= 1);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_subject" CHECK (num_nonnulls("notifications"."post_id") <= 1);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_subject" CHECK (num_nonnulls("events"."post_id", "events"."entry_id", "events"."roadmap_id") <= 1);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_comment_of_post" CHECK (comment_id is null or post_id is not null);--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_subject" CHECK (num_nonnulls("revisions"."post_id") = 1);--> statement-breakpoint
-- That something happened is never rewritten; whom a name, a handle or an address in it points to can be forgotten, and
-- what it is about can be deleted.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  blank jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'data' = to_jsonb(OLD) - 'data' THEN
    blank := CASE
      WHEN OLD.type IN ('user.named', 'user.handle_changed') THEN '{"from": null, "to": null}'::jsonb
      WHEN OLD.type IN ('mail.suppressed', 'mail.unsuppressed') THEN '{"address": null}'::jsonb
    END;
    IF NEW.data = OLD.data || blank THEN
      RETURN NEW;
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.entry_id IS NULL AND to_jsonb(NEW) - 'entry_id' = to_jsonb(OLD) - 'entry_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;--> statement-breakpoint
ALTER TABLE "events" DISABLE TRIGGER events_append_only;--> statement-breakpoint
UPDATE "events" SET "entry_id" = "entries"."id" FROM "entries"
  WHERE "events"."type" LIKE 'entry.%' AND "entries"."id" = ("events"."data" ->> 'entryId')::uuid;--> statement-breakpoint
UPDATE "events" SET "roadmap_id" = ("data" ->> 'roadmapId')::integer
  WHERE "type" LIKE 'roadmap.%' AND "post_id" IS NULL;--> statement-breakpoint
ALTER TABLE "events" ENABLE TRIGGER events_append_only;
