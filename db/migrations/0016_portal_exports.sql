CREATE TYPE "public"."export_state" AS ENUM('under_way', 'ready', 'failed');--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'export';--> statement-breakpoint
CREATE TABLE "export_chunks" (
	"export_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "export_chunks_export_id_place_pk" PRIMARY KEY("export_id","place")
);
--> statement-breakpoint
CREATE TABLE "portal_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" "export_state" DEFAULT 'under_way' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"bytes" bigint,
	"worked_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "export_chunks" ADD CONSTRAINT "export_chunks_export_id_portal_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."portal_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_exports" ADD CONSTRAINT "portal_exports_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "portal_exports_under_way" ON "portal_exports" USING btree ((true)) WHERE state = 'under_way';--> statement-breakpoint
CREATE INDEX "portal_exports_expiring" ON "portal_exports" USING btree ("expires_at");