CREATE TABLE "kept_forms" (
	"browser" text PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"action" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Not written ahead: counting must not wait for the disk. A crash of the database empties it.
CREATE UNLOGGED TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "asker" text;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "mailed_as" uuid;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "needs_proof" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "kept_forms_by_date" ON "kept_forms" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_by_end" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_ins_by_date" ON "sign_ins" USING btree ("created_at");