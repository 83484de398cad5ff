// The camera as a reader of codes: the browser's own reader where there is one, else a library that
// is loaded with the camera. What it sees goes nowhere.
const EVERY = 150; // milliseconds between two looks
const WIDEST = 1280;

async function readerOf() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (formats?.includes("qr_code")) {
    const own = new BarcodeDetector({ formats: ["qr_code"] });
    return async (canvas) => (await own.detect(canvas))[0]?.rawValue;
  }
  const { decode } = await import("../qr/qr-decode.lazy.js");
  return (canvas) => {
    try {
      return decode(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return undefined; // no code in it
    }
  };
}

function drawn(source, width, height, canvas = document.createElement("canvas")) {
  const scale = Math.min(1, WIDEST / Math.max(width, height));
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** What the code in a picture says; undefined for none. */
export async function readPicture(file) {
  try {
    const picture = await createImageBitmap(file);
    const read = await readerOf();
    return await read(drawn(picture, picture.width, picture.height));
  } catch {
    return undefined; // not a picture
  }
}

export class Camera {
  /** `seen(text)` is called once for each code that comes before the camera. */
  constructor(video, seen) {
    Object.assign(this, { video, seen });
  }

  /** Whether it opened. */
  async start() {
    try {
      const wanted = { video: { facingMode: "environment", width: { ideal: WIDEST } } };
      this.stream = await navigator.mediaDevices.getUserMedia(wanted);
      this.read = await readerOf();
      this.video.srcObject = this.stream;
      await this.video.play();
    } catch {
      this.stop();
      return false;
    }
    if (this.isOver) this.stop();
    else this.look();
    return true;
  }

  async look() {
    const { video } = this;
    if (video.videoWidth && !document.hidden) {
      this.canvas = drawn(video, video.videoWidth, video.videoHeight, this.canvas);
      const text = await this.read(this.canvas);
      if (text && text !== this.last && !this.isOver) this.seen((this.last = text));
    }
    if (!this.isOver) this.timer = setTimeout(() => this.look(), EVERY);
  }

  stop() {
    this.isOver = true;
    clearTimeout(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.video.srcObject = null;
  }
}
