import { describe } from "vitest";
import { searchPosts } from "~/models/search/search-posts.server";
import { db, useDatabase } from "../../support/database";
import { expectSearch } from "../../support/search-suite";

useDatabase();

describe("PostgreSQL", () => {
  expectSearch({ search: (viewer, question) => searchPosts(db, viewer, question), settle: async () => {} });
});
