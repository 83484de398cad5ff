// Runs Lighthouse on addresses, one after the other, in one Chromium; says each one's figures.
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";

const require = createRequire(`${process.cwd()}/`);
const { default: lighthouse } = require("lighthouse");
const { launch } = require("chrome-launcher");

const { addresses, chromium, flags } = await json(process.stdin);
const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", ...flags] });
const settings = {
  formFactor: "mobile",
  disableFullPageScreenshot: true, // nobody looks at it
  throttlingMethod: "simulate",
  throttling: {
    rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier: 1,
    requestLatencyMs: 562.5, downloadThroughputKbps: 1474.56, uploadThroughputKbps: 675,
  },
};

try {
  for (const address of addresses) {
    const options = { port: chrome.port, logLevel: "silent", output: "json" };
    const config = { extends: "lighthouse:default", settings };
    const { lhr } = await lighthouse(address, options, config);
    console.log(JSON.stringify({ ...figures(lhr), said: faults(lhr) }));
  }
} finally {
  chrome.kill();
}

function figures({ categories, audits }) {
  const seconds = (key) => Math.round(audits[key].numericValue ?? 60_000) / 1000;
  return {
    ...Object.fromEntries(Object.entries(categories).map(([key, { score }]) => [key, Math.round((score ?? 0) * 100)])),
    "first-contentful-paint": seconds("first-contentful-paint"),
    "largest-contentful-paint": seconds("largest-contentful-paint"),
    "cumulative-layout-shift": audits["cumulative-layout-shift"].numericValue ?? 1,
  };
}

/** The audits that cost points, by category, with the first places they name. */
function faults({ categories, audits }) {
  const costly = ({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1;
  const where = ({ items = [] }) => items.slice(0, 3).map((item) => item.node?.selector ?? item.url ?? item.description ?? "");
  const said = ({ id }) => [id, audits[id].displayValue ?? "", audits[id].explanation ?? "", ...where(audits[id].details ?? {})];
  return Object.fromEntries(Object.entries(categories).map(([key, { auditRefs }]) =>
    [key, auditRefs.filter(costly).map((ref) => said(ref).filter(Boolean).join(" "))]));
}
