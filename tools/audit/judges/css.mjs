// Runs csstree-validator on style sheets; says each one's faults.
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";

const require = createRequire(`${process.cwd()}/`);
const { validate } = require("csstree-validator");

const { styles } = await json(process.stdin);
for (const style of styles)
  console.log(JSON.stringify(validate(style).map(({ line, column, message, property = "", css = "" }) =>
    `${line}:${column} ${message} ${property} ${css.split("\n")[0]}`)));
