// The site out of its pack (pages/pack.py): headers, then each file as pieces that it may share.
const [UP, END, SEEN, FILE, BYTES] = [1, 2, 3, 4, 5];
const LINE = 10;
const text = new TextDecoder();

/** What an unpacked pack holds: { headers, has(path), file(path) }, the file as bytes. */
export function opened(content) {
  const pieces = []; // where each starts, where it ends
  const files = new Map(); // path -> numbers of pieces, or bytes
  let at = content.indexOf(LINE) + 1;
  const headers = JSON.parse(text.decode(content.subarray(0, at)));
  const path = () => {
    const from = at + 1;
    at = content.indexOf(LINE, from) + 1;
    return text.decode(content.subarray(from, at - 1));
  };
  const number = () => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = content[at];
      at += 1;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  let file = [];
  while (at < content.length) {
    const mark = content[at];
    if (mark === FILE) {
      file = [];
      files.set(path(), file);
    } else if (mark === BYTES) {
      const name = path();
      const size = number();
      files.set(name, content.subarray(at, at + size));
      at += size;
    } else if (mark === SEEN) {
      at += 1;
      const first = number();
      for (let count = number(), n = 0; n < count; n += 1) file.push(first + n);
    } else {
      const from = at;
      while (content[at] !== LINE && content[at] !== END) at += 1;
      file.push(pieces.length);
      pieces.push([from, content[at] === LINE ? at + 1 : at]);
      at += 1;
    }
  }
  const bytes = (name) => {
    const found = files.get(name);
    if (found instanceof Uint8Array) return found;
    const up = new TextEncoder().encode("../".repeat(name.split("/").length - 1));
    return joined(found.map((one) => content.subarray(...pieces[one])), up);
  };
  return { headers, has: (name) => files.has(name), file: bytes };
}

/** Pieces one after the other, with the way up to the root where a mark stands for it. */
function joined(pieces, up) {
  const parts = [];
  for (const piece of pieces) {
    let from = 0;
    for (let mark = piece.indexOf(UP); mark >= 0; mark = piece.indexOf(UP, from)) {
      parts.push(piece.subarray(from, mark), up);
      from = mark + 1;
    }
    parts.push(piece.subarray(from));
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
