// Runs pa11y on addresses, everything unfolded, in one Chromium; says each one's errors.
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";

const require = createRequire(`${process.cwd()}/`);
const pa11y = require("pa11y");
const puppeteer = require("puppeteer");

const { addresses, chromium, flags } = await json(process.stdin);
const browser = await puppeteer.launch({ executablePath: chromium, args: flags, headless: true });

try {
  for (const address of addresses) {
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.goto(address);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) {
        fold.removeAttribute("name");
        fold.open = true;
      }
    });
    const options = { browser, page, ignoreUrl: true, standard: "WCAG2AAA" };
    const { issues } = await pa11y(address, options);
    console.log(JSON.stringify(issues.map(({ code, selector, message }) => `${code} ${selector}: ${message}`)));
    await page.close();
  }
} finally {
  await browser.close();
}
