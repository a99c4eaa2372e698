CREATE TYPE "public"."rule_occasion" AS ENUM('opened', 'answered', 'categorized', 'prioritized');--> statement-breakpoint
CREATE TABLE "ticket_rules" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"occasion" "rule_occasion" NOT NULL,
	"conditions" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"is_off" boolean DEFAULT false NOT NULL,
	"last_assignee" uuid
);
