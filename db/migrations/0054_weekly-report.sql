ALTER TYPE "public"."delivery_kind" ADD VALUE 'weekly-report';--> statement-breakpoint
CREATE TABLE "report_readers" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "demand_settings" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "report_week" date;--> statement-breakpoint
ALTER TABLE "report_readers" ADD CONSTRAINT "report_readers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_targets_breached" ON "ticket_targets" USING btree ("breached_at") WHERE breached_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_report" ON "deliveries" USING btree ("report_week","user_id") WHERE report_week is not null;