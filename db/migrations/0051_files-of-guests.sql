ALTER TABLE "ticket_targets" DROP CONSTRAINT "ticket_targets_policy_id_support_policies_id_fk";
--> statement-breakpoint
ALTER TABLE "ticket_targets" DROP CONSTRAINT "ticket_targets_schedule_id_support_schedules_id_fk";
--> statement-breakpoint
DROP INDEX "attachments_stored";--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "guest" text;--> statement-breakpoint
CREATE INDEX "attachments_stored" ON "attachments" USING btree ("storage_key");