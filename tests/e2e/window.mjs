// Starts the real window under WebKitWebDriver with a home of its own, and ends it.
//
// `cargo xtask test window` names the program in PORTFLOW_DESKTOP and gives a DISPLAY. Every window
// gets a temporary home folder, so tests see neither each other nor the person's own data.

import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const { Builder, By, Key, error, until } = require("selenium-webdriver");

const WAIT_MS = 15_000;
/** What the window manager calls the window; the page's own title does not reach it. */
const TITLE = "^PortFlow";

/** Opens the window of `program` in a new home, or in a given one. */
export async function openWindow({
  program = process.env.PORTFLOW_DESKTOP,
  home: given,
  environment = {},
} = {}) {
  const home = given ?? (await mkdtemp(join(tmpdir(), "portflow-window-")));
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: { ...process.env, ...homeVariables(home), TAURI_WEBVIEW_AUTOMATION: "true", ...environment },
    stdio: ["ignore", "inherit", "inherit"],
    // A group of its own, so that the program ends with the driver even when a failed test leaves both hanging.
    detached: true,
  });
  try {
    await answers(`http://127.0.0.1:${port}/status`);
    const session = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: "wry",
        "webkitgtk:browserOptions": { binary: program, args: [] },
      })
      .build();
    return new DesktopWindow(session, driver, home);
  } catch (error) {
    endGroup(driver);
    if (!given) await removeFolder(home);
    throw error;
  }
}

/** An open window of the program. */
class DesktopWindow {
  constructor(session, driver, home) {
    /** The selenium-webdriver session, for what has no method here. */
    this.session = session;
    /** The folder that stands in for the person's home. */
    this.home = home;
    this.driver = driver;
  }

  /** The first element with this CSS selector, once it is visible. */
  async find(selector) {
    return this.seen(By.css(selector), selector);
  }

  /** The first element of this kind whose whole text is `text`, once it is visible. */
  async findText(text, kind = "*") {
    return this.seen(By.xpath(`//${kind}[normalize-space(.)=${xpathLiteral(text)}]`), text);
  }

  /** The first element there, once it is visible. */
  async seen(locator, what) {
    return this.eventually(async () => {
      const [element] = await this.session.findElements(locator);
      return element && (await element.isDisplayed()) && element;
    }, what);
  }

  /**
   * What `attempt` answers once that is truthy. It looks its elements up itself each time: React may draw one anew,
   * or a message may lie over it, between finding it and using it.
   */
  async eventually(attempt, what) {
    const passing = [error.ElementClickInterceptedError, error.StaleElementReferenceError];
    const tried = async () => {
      try {
        return await attempt();
      } catch (failure) {
        if (passing.some((kind) => failure instanceof kind)) return false;
        throw failure;
      }
    };
    return this.session.wait(tried, WAIT_MS, what);
  }

  /** The control with this label; in an open dialog rather than behind it. */
  async field(label) {
    const named = By.xpath(`(//label[normalize-space(text())=${xpathLiteral(label)}])[last()]`);
    return this.eventually(async () => {
      const [element] = await this.session.findElements(named);
      if (!element) return false;
      const [control] = await this.session.findElements(By.id(await element.getAttribute("for")));
      return control;
    }, label);
  }

  /** Types into the text field with this label. */
  async type(label, text) {
    await this.replace(() => this.field(label), text);
  }

  async replace(locate, text) {
    await this.eventually(async () => {
      const field = await locate();
      await field.clear();
      await field.sendKeys(text);
      return true;
    }, `cannot type ${text}`);
  }

  /** Gives a field of dates (`2027-02-09`) or choices its value, as a picker would. */
  async set(label, value) {
    await this.eventually(async () => {
      await this.setField(await this.field(label), value);
      return true;
    }, `cannot set ${label}`);
  }

  async setField(field, value) {
    await this.session.executeScript(setAndTell, field, value);
  }

  /** Enters a value into an empty field or a list of choices and goes on to the next control. */
  async enter(field, value) {
    if ((await field.getTagName()) === "select") await this.setField(field, value);
    else await field.sendKeys(value);
    await field.sendKeys(Key.TAB);
  }

  /** Chooses the entry whose text contains `text`, once it is there. */
  async choose(label, text) {
    const value = await this.eventually(
      async () => this.session.executeScript(valueOfChoice, await this.field(label), text),
      `${label} never offers ${text}`,
    );
    await this.set(label, value);
  }

  async click(selector) {
    await this.clickOn(() => this.find(selector));
  }

  async clickText(text, kind = "button") {
    await this.clickOn(() => this.findText(text, kind));
  }

  /** Clicks the button whose whole text fits the pattern, once it is there and not disabled. */
  async clickMatching(pattern) {
    const locate = () => this.session.executeScript(buttonMatching, pattern.source);
    await this.clickOn(() => this.session.wait(locate, WAIT_MS, `no button ${pattern}`));
  }

  /** Clicks as soon as the page lets it; the element may still be disabled. */
  async clickOn(locate) {
    await this.eventually(async () => {
      const element = await locate();
      if (!(await element.isEnabled())) return false;
      await element.click();
      return true;
    }, "the page does not let itself be clicked there");
  }

  /** Sends the form of the open dialog and waits until the dialog is gone. */
  async submit(text) {
    const path = `//*[@role="dialog"]//button[@type="submit"][normalize-space(.)=${xpathLiteral(text)}]`;
    let button;
    await this.clickOn(async () => {
      button = await this.seen(By.xpath(path), text);
      return button;
    });
    await this.session.wait(until.stalenessOf(button), WAIT_MS, `the dialog stays open: ${text}`);
  }

  /** Presses a key, or several at once, where the focus is. */
  async press(...keys) {
    const actions = this.session.actions();
    const codes = keys.map((key) => Key[key.toUpperCase()] ?? key);
    for (const code of codes) actions.keyDown(code);
    for (const code of codes.toReversed()) actions.keyUp(code);
    await actions.perform();
  }

  /** Selects every row of the grid with this label. */
  async select(label) {
    await this.click(`[role="grid"][aria-label="${label}"] [role="gridcell"]`);
    await this.press("Control", "a");
  }

  /** Labels and values of the facts on the page. */
  async facts() {
    return this.session.executeScript(() =>
      Object.fromEntries(
        [...document.querySelectorAll("dt")].map((term) => [
          term.textContent,
          term.nextElementSibling?.textContent,
        ]),
      ),
    );
  }

  /** Replaces what stands in a field. */
  async fill(selector, text) {
    await this.replace(() => this.find(selector), text);
  }

  /** Waits until the page shows this text anywhere. */
  async shows(text) {
    const body = await this.find("body");
    await this.session.wait(
      async () => (await body.getText()).includes(text),
      WAIT_MS,
      `the page never shows: ${text}`,
    );
  }

  /** Drops files on the middle of the window with the real pointer. */
  async drop(...files) {
    const { x, y, width, height } = await this.geometry();
    const script = fileURLToPath(new URL("drag_source.py", import.meta.url));
    await run("/usr/bin/python3", [script, x + (width >> 1), y + (height >> 1), ...files].map(String));
  }

  /** Place and size of the window on the screen, in pixels. */
  async geometry() {
    const search = ["search", "--onlyvisible", "--name", TITLE, "getwindowgeometry", "--shell"];
    const { stdout } = await run("xdotool", search, { timeout: WAIT_MS });
    const value = (name) => Number(stdout.match(new RegExp(`^${name}=(-?\\d+)$`, "m"))[1]);
    return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
  }

  /** Saves what the screen shows as a PNG file, where ImageMagick is installed: WebKitWebDriver's own hangs. */
  async picture(path) {
    await run("import", ["-window", "root", path], { timeout: WAIT_MS });
  }

  /** Leaves a picture of the failed test in tests/e2e/out. */
  async pictureOfFailure(name) {
    const folder = new URL("out/", import.meta.url);
    await mkdir(folder, { recursive: true });
    // A picture that cannot be taken must not hide why the test failed.
    await this.picture(fileURLToPath(new URL(`${name}.png`, folder))).catch(() => {});
  }

  /** Makes the window so large on the screen, in pixels. */
  async resize(width, height) {
    await run(
      "xdotool",
      ["search", "--onlyvisible", "--name", TITLE, "windowsize", width, height].map(String),
    );
    const isSo = () => this.session.executeScript(() => [window.innerWidth, window.innerHeight].join());
    await this.session.wait(
      async () => (await isSo()) === `${width},${height}`,
      WAIT_MS,
      "the window keeps its size",
    );
  }

  /** Ends the program with all it has started, as a power failure would; the home folder stays. */
  kill() {
    endGroup(this.driver);
  }

  /** Closes the window; the home folder stays until `remove`. */
  async close() {
    await within(this.session.quit().catch(() => {}));
    endGroup(this.driver);
  }

  /** Closes the window and removes its home. */
  async remove() {
    await this.close();
    await removeFolder(this.home);
  }
}

/** Runs in the page. React hears of a new value only past its own setter, and through an event. */
function setAndTell(field, value) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Runs in the page. */
function buttonMatching(pattern) {
  const buttons = [...document.querySelectorAll("button:enabled")];
  return buttons.find((button) => new RegExp(pattern).test(button.innerText.trim())) ?? null;
}

/** Runs in the page. */
function valueOfChoice(field, text) {
  return [...field.options].find((option) => option.text.includes(text))?.value ?? "";
}

/** Ends the driver and the program it started. */
function endGroup(driver) {
  try {
    process.kill(-driver.pid, "SIGKILL");
  } catch (failure) {
    // Both have ended already.
    if (failure.code !== "ESRCH") throw failure;
  }
}

/** What the driver answers, or nothing when it hangs over the question: a failed test still has to end. */
function within(answer) {
  return Promise.race([answer, pause(WAIT_MS, undefined, { ref: false })]);
}

/** The variables that make a folder a home. */
export function homeVariables(home) {
  return {
    HOME: home,
    XDG_DATA_HOME: join(home, "data"),
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_CACHE_HOME: join(home, "cache"),
  };
}

/** The window's processes may write for a moment after it has closed. */
export async function removeFolder(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`WebKitWebDriver does not answer: ${error.message}`);
      await pause(50);
    }
  }
}

/** XPath 1.0 has no escapes: a text with both quotes is put together from pieces. */
function xpathLiteral(text) {
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split('"')
    .map((piece) => `"${piece}"`)
    .join(", '\"', ")})`;
}
