ALTER TABLE "sessions" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "event_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_event" ON "deliveries" USING btree ("event_id") WHERE event_id is not null;--> statement-breakpoint
ALTER TABLE "identities" DROP COLUMN "told_at";