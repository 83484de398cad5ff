// What the site knows of questions, portraits and worksheets: questions.<lang>.json.
const asked = new Map();

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** What the file at an address says, asked for once by all that need it; again after a failure. */
export function knownAt(address) {
  const { href } = new URL(address, location.href);
  if (!asked.has(href)) asked.set(href, load(href).catch((error) => (asked.delete(href), Promise.reject(error))));
  return asked.get(href);
}
