ALTER TABLE "posts" ADD COLUMN "imported_votes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_imported_votes" CHECK (imported_votes >= 0);