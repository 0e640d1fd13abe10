/**
 * Runs something at once, or, while a button of the mouse or a finger is down, as soon as it is up and what it pressed has heard
 * of it. What makes the page move when a field is left has to wait for that: else the click that left the field misses.
 */
export function whenPointerIsUp(run: () => void): void {
  if (document.querySelector('body :active') === null) run();
  else addEventListener('pointerup', () => setTimeout(run), { once: true, capture: true });
}
