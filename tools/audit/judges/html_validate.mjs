// Runs html-validate on files; says each one's faults.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { json } from "node:stream/consumers";

const require = createRequire(`${process.cwd()}/`);
const { HtmlValidate } = require("html-validate");

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }], // as all of our HTML
    "long-title": "off", // a tool has the name that its publisher gave it
    "prefer-native-element": ["error", { exclude: ["region"] }], // a section wants a heading (Nu)
    "no-implicit-input-type": "off", // text is what HTML says, on every page of questions
    "require-sri": ["error", { target: "crossorigin" }], // of our own, the policy says which may run
  },
});

const { files } = await json(process.stdin);
for (const file of files) {
  const { results } = await validator.validateString(await readFile(file, "utf8"), file);
  const messages = results.flatMap((one) => one.messages);
  console.log(JSON.stringify(messages.map(({ ruleId, line, column, message, selector }) =>
    `${line}:${column} ${ruleId}: ${message} ${selector ?? ""}`)));
}
