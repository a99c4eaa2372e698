ALTER TYPE "public"."delivery_kind" ADD VALUE 'roadmap';--> statement-breakpoint
CREATE TABLE "roadmap_editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"roadmap_id" integer NOT NULL,
	"day" date NOT NULL,
	"since" timestamp with time zone,
	"until" timestamp with time zone NOT NULL,
	"queued_at" timestamp with time zone,
	CONSTRAINT "roadmap_editions_of_day" UNIQUE("roadmap_id","day")
);
--> statement-breakpoint
ALTER TABLE "subscribers" DROP CONSTRAINT "subscribers_userId_unique";--> statement-breakpoint
ALTER TABLE "subscribers" DROP CONSTRAINT "subscribers_email_unique";--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "roadmap_id" integer;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "edition_id" uuid;--> statement-breakpoint
ALTER TABLE "roadmap_editions" ADD CONSTRAINT "roadmap_editions_roadmap_id_roadmaps_id_fk" FOREIGN KEY ("roadmap_id") REFERENCES "public"."roadmaps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roadmap_editions_unqueued" ON "roadmap_editions" USING btree ("until") WHERE queued_at is null;--> statement-breakpoint
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_roadmap_id_roadmaps_id_fk" FOREIGN KEY ("roadmap_id") REFERENCES "public"."roadmaps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_edition_id_roadmap_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."roadmap_editions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_of_user" ON "subscribers" USING btree ("user_id",coalesce("roadmap_id", 0));--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_of_address" ON "subscribers" USING btree ("email",coalesce("roadmap_id", 0));--> statement-breakpoint
CREATE INDEX "subscribers_of_roadmap" ON "subscribers" USING btree ("roadmap_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_edition" ON "deliveries" USING btree ("edition_id","subscriber_id") WHERE edition_id is not null and subscriber_id is not null;