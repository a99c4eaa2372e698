ALTER TABLE "users" ALTER COLUMN "hides_name" SET DEFAULT true;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "diff" jsonb;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "removed_by" uuid;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revisions_uncompared" ON "revisions" USING btree ("id") WHERE diff is null;--> statement-breakpoint
-- Named were all who had not objected. Who once did and took that back has chosen to be named; nobody else has chosen.
UPDATE "users" SET "hides_name" = true WHERE NOT "hides_name" AND NOT EXISTS (
  SELECT FROM "events" WHERE "events"."actor_id" = "users"."id" AND "events"."type" = 'user.preferences_changed'
    AND "events"."data" -> 'fields' ? 'hidesName');
