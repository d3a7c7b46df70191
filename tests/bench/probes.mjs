// Functions that run in the studio's page before anything else does, and listen: when it paints, when a preview changes
// behind a keystroke, and which tasks were long.

export function listenForPaint() {
  let whole;
  const watch = new MutationObserver(() => {
    const buttons = [...document.querySelectorAll("button")];
    if (whole === undefined && buttons.some((button) => button.textContent.startsWith("Test request"))) {
      requestAnimationFrame(() => setTimeout(() => (whole = performance.now())));
      watch.disconnect();
    }
  });
  watch.observe(document, { childList: true, subtree: true });
  /** Milliseconds from the start of the navigation. */
  globalThis.paint = async () => {
    const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    while (whole === undefined || first() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    return { first: first(), whole };
  };
}

export function listenForKeystrokes() {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    globalThis.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)));
  }).observe({ type: "longtask" });

  const preview = (field) => document.getElementById(`${field.id}-preview`)?.textContent;
  /** Of each keystroke, the milliseconds until its field's preview was another one, and until the frame with it was done. */
  globalThis.keystrokes = [];
  document.addEventListener("keydown", ({ target, timeStamp }) => {
    const before = preview(target);
    const watch = new MutationObserver(() => {
      if (preview(target) === before) return;
      watch.disconnect();
      const changed = performance.now() - timeStamp;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => globalThis.keystrokes.push({ changed, frame: performance.now() - timeStamp });
      // A message that is sent from within a frame arrives once the frame's work is done.
      requestAnimationFrame(() => channel.port2.postMessage(undefined));
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, { capture: true });
}
