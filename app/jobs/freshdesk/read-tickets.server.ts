import type { Tools } from "../tools.server";

export async function readTickets(_tools: Tools, _job: unknown): Promise<void> {}
