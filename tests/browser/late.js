// What a browser does in its own time takes `late` milliseconds more (LATE, conftest.py).
(late) => {
  const pause = () => new Promise((go) => setTimeout(go, late));
  const postpone = (holder, name) => {
    const asked = holder?.[name];
    if (asked) holder[name] = async function (...given) {
      await pause();
      return asked.apply(this, given);
    };
  };
  postpone(globalThis, "fetch");
  for (const name of ["arrayBuffer", "text"]) postpone(Blob.prototype, name);
  for (const name of ["arrayBuffer", "blob", "json", "text"]) postpone(Response.prototype, name);
  for (const name of ["read", "readText", "write", "writeText"]) postpone(globalThis.Clipboard?.prototype, name);
}
