// Bundles the gallery's pages into target/gallery. Everything a page loads lies there afterwards.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../../target/gallery');

const pages = [
  { page: 'chatui', city: '青江市', latin: 'QINGJIANG', hue: 212, entry: 'main.jsx' },
  {
    page: 'webchat', city: '云泽市', latin: 'YUNZE', hue: 4, entry: 'main.js',
    body: '<section class="wide"><h2>在线咨询</h2><div id="webchat"></div></section>',
    // Ready bundle as Microsoft ships it, React included.
    library: 'botframework-webchat/dist/webchat.js',
  },
  {
    page: 'deepchat', city: '临川市', latin: 'LINCHUAN', hue: 168, entry: 'main.js',
    body: '<section class="wide"><h2>政策问答</h2><div id="consult"></div></section>',
  },
  {
    page: 'closed-shadow', city: '南屏市', latin: 'NANPING', hue: 205, entry: 'main.js',
    floating: '<city-assistant></city-assistant>',
  },
  { page: 'nothing', city: '柳河市', latin: 'LIUHE', hue: 350 },
  { page: 'late-frame', city: '海宁港市', latin: 'HAININGGANG', hue: 222, entry: 'main.js' },
  { page: 'late-frame-chat', entry: 'main.js' },
  {
    page: 'hash-route', city: '松原川市', latin: 'SONGYUANCHUAN', hue: 130, entry: 'main.js',
    body: '<section class="wide" id="view"></section>',
  },
  {
    page: 'chatscope', city: '岚山市', latin: 'LANSHAN', hue: 204, entry: 'main.js',
    body: '<section class="wide"><h2>政务咨询</h2><iframe id="consult" title="政务咨询"></iframe></section>',
  },
  { page: 'chatscope-chat', entry: 'main.jsx' },
  {
    page: 'nlux', city: '瑞溪市', latin: 'RUIXI', hue: 270, entry: 'main.jsx',
    body: '<section class="wide"><h2>政策问答</h2><policy-assistant></policy-assistant></section>',
  },
  {
    page: 'semi', city: '云岭市', latin: 'YUNLING', hue: 148, entry: 'main.jsx',
    body: '<section class="wide"><h2>智能问答</h2><div id="consult"></div></section>',
  },
  {
    page: 'elements', city: '滨泉市', latin: 'BINQUAN', hue: 189, entry: 'main.js',
    floating: '<a class="ask" target="_blank" rel="opener">智能问答</a>',
  },
  { page: 'elements-chat', entry: 'main.jsx' },
  { page: 'chatwidget', city: '麓城市', latin: 'LUCHENG', hue: 353, entry: 'main.jsx' },
  { page: 'advanced-portal', city: '江岚市', latin: 'JIANGLAN', hue: 358, entry: 'main.js' },
  { page: 'advanced-chat', entry: 'main.js' },
];

const template = await readFile(join(here, 'shared/portal.html'), 'utf8');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(join(here, 'shared'), join(out, 'shared'), { recursive: true, filter: name => !/\.(js|html)$/.test(name) });
for (const page of pages) await lay(page);
// Written last: who finds it finds all.
await writeFile(join(out, 'built'), new Date().toISOString() + '\n');

async function lay({ page, city, latin, hue, entry, body, floating = '', library }) {
  const from = join(here, 'pages', page);
  const to = join(out, page);
  await mkdir(to, { recursive: true });
  if (entry) await bundle(join(from, entry), join(to, 'main.js'));
  if (library) await cp(join(here, 'node_modules', library), join(to, 'library.js'));
  for (const extra of ['robot.svg', 'page.css']) {
    if (existsSync(join(from, extra)) && !existsSync(join(to, extra))) await cp(join(from, extra), join(to, extra));
  }
  const whole = join(from, 'page.html');
  const inner = join(from, 'body.html');
  const values = {
    page, city, latin, hue: String(hue),
    short: city?.replace(/市$/, ''),
    head: ['main.css', 'page.css'].filter(name => existsSync(join(to, name)))
      .map(name => `<link rel="stylesheet" href="/${page}/${name}">`).join('\n'),
    body: body ?? (existsSync(inner) ? await readFile(inner, 'utf8') : ''),
    floating,
    script: (library ? `<script src="/${page}/library.js"></script>\n` : '')
      + (entry ? `<script type="module" src="/${page}/main.js"></script>` : ''),
  };
  const html = existsSync(whole)
    ? await readFile(whole, 'utf8')
    : template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  await writeFile(join(to, 'index.html'), html);
}

function bundle(entry, outfile) {
  return build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    // ChatUI's browser field names a script for <script>, not for bundlers.
    mainFields: ['module', 'browser', 'main'],
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  });
}
