import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { errors } from '@appium/base-driver';

/** What keeps Chromium from looking things up on its own; only this machine can be reached. */
const QUIET = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--lang=zh-CN',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_MS = 20_000;
/** A port that is free for one version of IP may be taken for the other; ChromeDriver then ends at once. */
const LAUNCHES = 3;
const HALT_MS = 80;
const DOWN = { type: 'pointerDown', button: 0 };
const UP = { type: 'pointerUp', button: 0 };

function to(x, y, duration) {
  return { type: 'pointerMove', duration, x: Math.round(x), y: Math.round(y) };
}

function rest(duration) {
  return { type: 'pause', duration };
}

/** One Chromium of mobile size behind a ChromeDriver of its own. Knows nothing of Android. */
export class Chromium {
  #process;
  #port;
  #session;

  /**
   * @param {{chromedriver: string, chromium: string, width: number, height: number, ratio: number, userAgent?: string}}
   *   wish programs, size in CSS pixels, device pixels to one of them, what it says that it is
   * @throws {errors.SessionNotCreatedError} if it does not start
   */
  static async start(wish) {
    const browser = new Chromium();
    try {
      await browser.#launchAtLast(wish.chromedriver);
      await browser.#open(wish);
      return browser;
    } catch (cause) {
      await browser.stop();
      throw new errors.SessionNotCreatedError(
        `The simulated phone has no screen: ${cause.message}. It is drawn by Chromium: ` +
          `appium:chromedriver is '${wish.chromedriver}', appium:chromium is '${wish.chromium}'.`,
      );
    }
  }

  async #launchAtLast(program) {
    for (let launch = 1; ; launch++) {
      try {
        await this.#launch(program);
        return;
      } catch (cause) {
        if (launch === LAUNCHES || this.#process.exitCode !== 1) throw cause;
      }
    }
  }

  async #launch(program) {
    this.#process = spawn(program, ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#port = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${program} said no port within ${START_MS} ms`)), START_MS);
      this.#process.once('error', reject);
      this.#process.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`${program} ended with ${code}`));
      });
      const lines = createInterface({ input: this.#process.stdout });
      lines.on('line', (line) => {
        const said = /started successfully on port (\d+)/.exec(line);
        if (said) {
          clearTimeout(late);
          resolve(Number(said[1]));
        }
      });
    });
  }

  async #open({ chromium, width, height, ratio, userAgent }) {
    const answer = await this.#post('/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'chrome',
          'goog:chromeOptions': {
            binary: chromium,
            args: QUIET,
            mobileEmulation: { deviceMetrics: { width, height, pixelRatio: ratio, touch: true, mobile: true }, userAgent },
          },
        },
      },
    });
    this.#session = answer.sessionId;
  }

  /** Where JWProxy finds this browser. */
  get proxyOptions() {
    return { server: '127.0.0.1', port: this.#port, sessionId: this.#session };
  }

  visit(url) {
    return this.command('POST', '/url', { url });
  }

  /** Runs a function body in the page and returns what it returns; promises are awaited. */
  run(script, ...args) {
    return this.command('POST', '/execute/sync', { script, args });
  }

  cdp(cmd, params) {
    return this.command('POST', '/goog/cdp/execute', { cmd, params });
  }

  /** Returns a PNG in base64. */
  screenshot() {
    return this.command('GET', '/screenshot');
  }

  /** Types where the focus is; unlike ChromeDriver's own typing, also beyond the basic plane. */
  type(text) {
    return this.cdp('Input.insertText', { text });
  }

  focus(element) {
    return this.run('arguments[0].focus(); arguments[0].select && arguments[0].select()', { [ELEMENT]: element });
  }

  /** Empties a field as a person does, by its content selected; ChromeDriver's own clearing wants no focus on it. */
  erase(element) {
    const empty = 'arguments[0].focus(); arguments[0].select && arguments[0].select(); document.execCommand("delete")';
    return this.run(empty, { [ELEMENT]: element });
  }

  /** Touches a point given in CSS pixels. */
  tap(x, y, holdMs = 40) {
    return this.#finger([to(x, y, 0), DOWN, rest(holdMs), UP]);
  }

  /**
   * Draws a finger over the screen; it stops before it is lifted, so nothing is flung.
   *
   * @param {{x: number, y: number}} from
   * @param {{x: number, y: number}} end
   * @param {number} ms how long it takes
   */
  drag(from, end, ms) {
    return this.#finger([to(from.x, from.y, 0), DOWN, to(end.x, end.y, ms), rest(HALT_MS), UP]);
  }

  #finger(actions) {
    return this.actions([{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }]);
  }

  actions(actions) {
    return this.command('POST', '/actions', { actions });
  }

  /** Returns the reference that a script's result holds of an element. */
  static reference(value) {
    return value[ELEMENT];
  }

  async command(method, path, body) {
    return this.#send(method, `/session/${this.#session}${path}`, body);
  }

  #post(path, body) {
    return this.#send('POST', path, body);
  }

  async #send(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
      method,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) {
      throw new errors.UnknownError(`${value.error}: ${value.message}`.split('\n')[0]);
    }
    return value;
  }

  /** Ends the browser and its driver. Never throws. */
  async stop() {
    if (!this.#process || this.#process.exitCode !== null) {
      return;
    }
    if (this.#session) {
      await this.command('DELETE', '').catch(() => {});
    }
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.kill()) {
      await gone;
    }
  }
}
