/** Starts a thread's module when the program runs from source: worker threads do not inherit tsx. */
import { register } from "tsx/esm/api";

register();
await import(process.argv[2]);
