// Bytes as letters that an address may hold, and back (base64url, without padding). No page.

export const lettersOf = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** Throws for what is no such letters. */
export function bytesOf(letters) {
  if (!/^[\w-]*$/.test(letters)) throw new TypeError("not letters of an address");
  return Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
}
