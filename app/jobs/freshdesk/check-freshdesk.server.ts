import type { Tools } from "../tools.server";

export async function checkFreshdesk(_tools: Tools, _job: unknown): Promise<void> {}
