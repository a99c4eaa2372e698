// Loaded into every process that the bench starts: it ends when the bench does, however that ended.
process.once("disconnect", () => process.exit());
