/**
 * `npm start`: from a fresh clone to a first answer. Installs, builds, reads the sample reports into the embedded store,
 * prints what was found, asks one question and says where to go next.
 */
import { build, install, root, run } from "./lib/prepare.mjs";

const cli = (...args) => run(process.execPath, ["dist/src/cli/main.js", ...args]);

install();
build();
console.log("\n$ reportgraph build data/reports\n");
cli("build", "data/reports");
console.log("\n$ reportgraph query --saved projects-by-investment --rows 5\n");
cli("query", "--saved", "projects-by-investment", "--rows", "5");
console.log(`
Where to go next (here \`npx reportgraph\` is the program):
  npx reportgraph serve                   the explorer in your browser: what is in the reports, a page for every thing
  npx reportgraph show 西鞍山铁矿           one project, its facts, and the sentence behind each
  npx reportgraph query --list            all saved questions
  npx reportgraph build FOLDER            your own reports (.txt .md .html .docx .pdf .xlsx .xls .csv .jsonl .zip)
  npm run neo4j                           a Neo4j server without Docker, then: npx reportgraph build FOLDER --store bolt://…
  README.md, README.zh.md                 everything else
The graph is in ${root}.reportgraph`);
