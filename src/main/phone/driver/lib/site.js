import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const FILE = /^\/(device|app)\/([a-z-]+\.(html|css|js|svg))$/;
const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
const CITY = '/chat/';

/** Serves what the phone's screen is made of, on loopback, and hands the app's own requests on to the city. */
export class Site {
  #server;

  /** @param {URL | undefined} city where the app's answers come from */
  static async start(city) {
    const site = new Site();
    site.#server = createServer((asked, answer) => {
      const { pathname, search } = new URL(asked.url, 'http://phone');
      if (pathname.startsWith(CITY) && city) {
        // Built of the path alone: whatever else was asked for, it is the city that is asked.
        forward(asked, answer, new URL(pathname + search, city));
      } else {
        serve(pathname, answer);
      }
    });
    await new Promise((resolve, reject) => {
      site.#server.once('error', reject);
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  get screen() {
    return `http://127.0.0.1:${this.#server.address().port}/device/index.html`;
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

async function serve(path, answer) {
  const named = FILE.exec(path);
  try {
    const content = named && (await readFile(`${HERE}${named[1]}/${named[2]}`));
    answer.writeHead(content ? 200 : 404, {
      'content-type': `${TYPES[named?.[3] ?? 'html']}; charset=utf-8`,
      'content-security-policy': "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
      'cache-control': 'no-store',
    });
    answer.end(content || '');
  } catch {
    answer.writeHead(404).end();
  }
}

/** As it comes, so that a streamed answer stays a stream. */
function forward(asked, answer, address) {
  const onward = request(
    address,
    { method: asked.method, headers: { ...asked.headers, host: address.host } },
    (come) => {
      answer.writeHead(come.statusCode, come.headers);
      come.pipe(answer);
      come.once('error', () => answer.destroy());
    },
  );
  onward.once('error', () => answer.destroy());
  answer.once('close', () => onward.destroy());
  asked.pipe(onward);
}
