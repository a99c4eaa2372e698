CREATE TYPE "public"."ticket_target_kind" AS ENUM('first_response', 'next_response', 'resolution', 'tier_response');--> statement-breakpoint
CREATE TYPE "public"."ticket_promise" AS ENUM('kept', 'at_risk', 'breached');--> statement-breakpoint
CREATE TABLE "promise_renewal" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reached" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "promise_renewal_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "support_policies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "support_policies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text,
	"name" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"conditions" jsonb NOT NULL,
	"first_seconds" integer,
	"next_seconds" integer,
	"resolution_seconds" integer,
	"schedule_id" integer,
	"is_off" boolean DEFAULT false NOT NULL,
	CONSTRAINT "support_policies_key_unique" UNIQUE("key"),
	CONSTRAINT "support_policies_named" CHECK (key is not null or name <> '')
);
--> statement-breakpoint
CREATE TABLE "support_schedules" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "support_schedules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text,
	"name" text DEFAULT '' NOT NULL,
	"time_zone" text,
	"week" jsonb NOT NULL,
	"holidays" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "support_schedules_key_unique" UNIQUE("key"),
	CONSTRAINT "support_schedules_named" CHECK (key is not null or name <> '')
);
--> statement-breakpoint
CREATE TABLE "support_tier_members" (
	"tier" smallint NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "support_tier_members_tier_user_id_pk" PRIMARY KEY("tier","user_id")
);
--> statement-breakpoint
CREATE TABLE "support_tiers" (
	"tier" smallint PRIMARY KEY NOT NULL,
	"response_seconds" integer,
	"schedule_id" integer,
	CONSTRAINT "support_tiers_tier" CHECK (tier between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "support_vips" (
	"address" text PRIMARY KEY NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_targets" (
	"ticket_id" uuid NOT NULL,
	"kind" "ticket_target_kind" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"policy_id" integer,
	"schedule_id" integer,
	"seconds" integer NOT NULL,
	"risk_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"at_risk_at" timestamp with time zone,
	"breached_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"is_met" boolean DEFAULT false NOT NULL,
	"used_seconds" integer,
	"next_at" timestamp with time zone,
	CONSTRAINT "ticket_targets_ticket_id_kind_started_at_pk" PRIMARY KEY("ticket_id","kind","started_at")
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "promise" "ticket_promise";--> statement-breakpoint
ALTER TABLE "support_policies" ADD CONSTRAINT "support_policies_schedule_id_support_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."support_schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_tier_members" ADD CONSTRAINT "support_tier_members_tier_support_tiers_tier_fk" FOREIGN KEY ("tier") REFERENCES "public"."support_tiers"("tier") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_tier_members" ADD CONSTRAINT "support_tier_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_tiers" ADD CONSTRAINT "support_tiers_schedule_id_support_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."support_schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_vips" ADD CONSTRAINT "support_vips_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_targets" ADD CONSTRAINT "ticket_targets_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_targets" ADD CONSTRAINT "ticket_targets_policy_id_support_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."support_policies"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_targets" ADD CONSTRAINT "ticket_targets_schedule_id_support_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."support_schedules"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "support_tiers_of_user" ON "support_tier_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "ticket_targets_next" ON "ticket_targets" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX "ticket_targets_ended" ON "ticket_targets" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_due" ON "tickets" USING btree (coalesce(due_at, 'infinity'),"id") WHERE deleted_at is null and spam_at is null and merged_into is null and status in ('open', 'in_progress', 'waiting');--> statement-breakpoint
CREATE INDEX "tickets_by_promise" ON "tickets" USING btree ("promise",coalesce(due_at, 'infinity'),"id") WHERE deleted_at is null and spam_at is null and merged_into is null and status in ('open', 'in_progress', 'waiting') and promise <> 'kept';--> statement-breakpoint
CREATE INDEX "tickets_all_due" ON "tickets" USING btree (coalesce(due_at, 'infinity'),"id") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
-- What a new portal promises; the catalogues of words name these.
INSERT INTO "support_schedules" ("key", "week") VALUES
  ('business_hours', '[[["09:00","17:00"]],[["09:00","17:00"]],[["09:00","17:00"]],[["09:00","17:00"]],[["09:00","17:00"]],[],[]]');
--> statement-breakpoint
INSERT INTO "support_tiers" ("tier", "response_seconds", "schedule_id")
  SELECT tier, hours * 3600, CASE WHEN tier < 4 THEN s.id END
  FROM (VALUES (1, 8.0), (2, 4.0), (3, 2.0), (4, 0.5)) AS t (tier, hours), "support_schedules" s;
--> statement-breakpoint
INSERT INTO "support_policies" ("key", "position", "conditions", "first_seconds", "next_seconds", "resolution_seconds", "schedule_id")
  SELECT p.key, p.position, jsonb_build_object('isUsual', true, 'categories', jsonb_build_array(c.id),
      'priorities', '[]'::jsonb, 'tags', '[]'::jsonb, 'companies', '[]'::jsonb),
    first * 3600, first * 3600, resolution * 3600, CASE WHEN p.key <> 'security_issue' THEN s.id END
  FROM (VALUES ('security_issue', 1, 1, 4), ('account_issue', 2, 2, 24), ('bug_report', 3, 4, 72),
    ('technical_issue', 4, 4, 72), ('general_inquiry', 5, 8, 48), ('feature_request', 6, 24, NULL))
    AS p (key, position, first, resolution)
  JOIN "ticket_categories" c ON c.key = p.key, "support_schedules" s
  ORDER BY p.position;
--> statement-breakpoint
INSERT INTO "support_policies" ("key", "position", "conditions", "first_seconds", "next_seconds", "resolution_seconds", "schedule_id")
  SELECT p.key, p.position, jsonb_build_object('categories', '[]'::jsonb,
      'priorities', jsonb_build_array(p.key), 'tags', '[]'::jsonb, 'companies', '[]'::jsonb),
    first * 3600, first * 3600, resolution * 3600, CASE WHEN p.key <> 'urgent' THEN s.id END
  FROM (VALUES ('urgent', 7, 1, 4), ('high', 8, 2, 24), ('medium', 9, 4, 72), ('low', 10, 8, 40))
    AS p (key, position, first, resolution), "support_schedules" s
  ORDER BY p.position;
--> statement-breakpoint
-- Tickets from before have nothing promised yet.
INSERT INTO "promise_renewal" ("asked_at", "total")
  SELECT now(), count(*) FROM "tickets"
  WHERE deleted_at IS NULL AND spam_at IS NULL AND merged_into IS NULL AND status IN ('open', 'in_progress', 'waiting')
  HAVING count(*) > 0;
