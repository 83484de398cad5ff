// A timer worked out from the clock, so that it is right after the page slept. No page.
// { left, until }: milliseconds that are left, and when it runs, until when.

export const MINUTE = 60_000;

export const freshTimer = (minutes) => ({ left: minutes * MINUTE, until: null });

export const leftAt = (timer, now) => Math.max(0, timer.until === null ? timer.left : timer.until - now);

export const isRunning = (timer) => timer.until !== null;

/** Started or paused, whichever it is not. */
export function turned(timer, now) {
  const left = leftAt(timer, now);
  return { left, until: isRunning(timer) ? null : now + left };
}

/** A minute longer; a timer that is over runs again from there. */
export function longer(timer, now) {
  const left = leftAt(timer, now) + MINUTE;
  return { left, until: isRunning(timer) ? now + left : null };
}

export const isOver = (timer, now) => isRunning(timer) && leftAt(timer, now) === 0;

/** "4:05". */
export function inWords(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
