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

const MARKS = [1, 5, 10]; // minutes that are told when they are left
const TOLD_FOR = 20_000;

/** How many minutes to say are left of `of`, 0 when none is; undefined when there is nothing to say. */
export function toSay(timer, now, of) {
  if (isOver(timer, now)) return 0;
  const left = leftAt(timer, now);
  const isNear = (mark) => mark < of && left <= mark * MINUTE && left > mark * MINUTE - TOLD_FOR;
  return isRunning(timer) ? MARKS.find(isNear) : undefined;
}
