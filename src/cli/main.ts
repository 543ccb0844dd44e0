#!/usr/bin/env node
/**
 * The program's entry as it runs from source and after `tsc`. `npm run build` puts another in its place, which starts the
 * bundle (`launch.ts`).
 * @module
 */
import { run } from "./run.ts";

await run();
