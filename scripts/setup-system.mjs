/**
 * What the tests need of the system beside Node: Java and Maven for Neo4j, Python for Spark, Chromium and Chinese fonts for pages and
 * screenshots. As root on Debian it installs what is missing; otherwise it says exactly what to install.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const onPath = (name) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => folder && existsSync(join(folder, name)));

const NEEDS = [
  { package: "openjdk-17-jre-headless", why: "Java 17, runs Neo4j", there: () => onPath("java") },
  { package: "maven", why: "fetches Neo4j from Maven Central", there: () => onPath("mvn") },
  {
    package: "python3-venv",
    why: "Python's environment for Spark",
    there: () => spawnSync("python3", ["-c", "import ensurepip, venv"]).status === 0,
  },
  {
    package: "poppler-utils",
    why: "reads the printed dossier (pdftotext)",
    there: () => onPath("pdftotext"),
  },
  { package: "chromium", why: "opens the pages in tests", there: () => onPath("chromium") },
  {
    package: "fonts-noto-cjk",
    why: "Chinese in screenshots",
    there: () => existsSync("/usr/share/fonts/opentype/noto") || existsSync("/usr/share/fonts/noto-cjk"),
  },
];

/** Installs what is missing. Returns the packages that still are. */
export function setupSystem() {
  const missing = NEEDS.filter((need) => !need.there());
  if (missing.length === 0) return [];
  const names = missing.map((need) => need.package);
  if (process.getuid?.() !== 0 || !onPath("apt-get")) {
    console.error("The tests need these, which this machine does not have:");
    for (const need of missing) console.error(`  ${need.package.padEnd(24)} ${need.why}`);
    console.error(`Install them, on Debian or Ubuntu: sudo apt-get install ${names.join(" ")}`);
    return names;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], {
    stdio: "inherit",
    env,
  });
  return NEEDS.filter((need) => !need.there()).map((need) => need.package);
}

if (process.argv[1] && import.meta.url === new URL(process.argv[1], "file://").href) {
  const left = setupSystem();
  if (left.length > 0) process.exitCode = 1;
  else console.log("All that the tests need is there.");
}
