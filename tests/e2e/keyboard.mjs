// What a person does who has no pointer: going from control to control, and knowing where the focus is.

const MOST_STOPS = 120;

/** Presses Tab (or Shift+Tab) until the control of this name has the focus. */
export async function tabTo(window, name, ...modifiers) {
  const passed = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const focused = await nameOfFocus(window);
    if (focused === name) return;
    passed.push(focused);
    await window.press(...modifiers, "Tab");
  }
  throw new Error(`Tab never reaches ${name}; it passes ${[...new Set(passed)].join(" | ")}`);
}

/** Goes to a control and presses it. */
export async function pressControl(window, name) {
  await tabTo(window, name);
  await window.press("Enter");
}

/** Types text key by key where the focus is. */
export async function typeText(window, text) {
  await window.session.actions().sendKeys(text).perform();
}

/** Waits until the control of this name has the focus, moved there by the page itself. */
export async function focusMovesTo(window, name) {
  await window.session.wait(
    async () => (await nameOfFocus(window)) === name,
    15_000,
    `the focus never moves to ${name}`,
  );
}

/** What a screen reader would call the control with the focus. */
export async function nameOfFocus(window) {
  return window.session.executeScript(() => {
    const control = document.activeElement;
    if (!control || control === document.body) return "";
    const label = control.labels?.[0]?.firstChild?.textContent;
    return (control.getAttribute("aria-label") ?? label ?? control.textContent).trim();
  });
}
