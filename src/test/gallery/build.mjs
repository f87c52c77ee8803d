// Bundles the gallery's pages into target/gallery. Everything a page loads lies there afterwards.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obstacles } from './obstacles.mjs';

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
  {
    page: 'n8n', city: '榆川市', latin: 'YUCHUAN', hue: 98, entry: 'main.js',
    body: '<section class="wide"><h2>智能问答</h2><iframe id="consult" title="智能问答"></iframe></section>',
  },
  { page: 'n8n-chat', entry: 'main.js' },
  { page: 'beautiful', city: '槐岭市', latin: 'HUAILING', hue: 210, entry: 'main.js' },
  { page: 'chatbotify', city: '汀州湾市', latin: 'TINGZHOUWAN', hue: 6, entry: 'main.jsx' },
];
pages.push(...obstacles.map(around));

const template = await readFile(join(here, 'shared/portal.html'), 'utf8');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(join(here, 'shared'), join(out, 'shared'), { recursive: true, filter: name => !/\.(js|html)$/.test(name) });
await cp(join(here, 'shared/witness.js'), join(out, 'shared/witness.js'));
for (const page of pages) await lay(page);
// Written last: who finds it finds all.
await writeFile(join(out, 'built'), new Date().toISOString() + '\n');

/** A page that holds a kit's page: from the start, or `later`, when its own script asks for it. */
function around({ kit, later, ...page }) {
  const inside = pages.find(each => each.page === (kit ?? later));
  return {
    ...page,
    kit,
    entry: existsSync(join(here, 'pages', page.page, 'main.js')) ? 'main.js' : undefined,
    wraps: inside?.page,
    body: kit ? inside.body : undefined,
    floating: kit ? inside.floating : undefined,
    watched: true,
  };
}

async function lay({ page, city, latin, hue, entry, body, floating = '', library, kit, wraps, watched }) {
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
  const above = join(from, 'floating.html');
  const inside = pages.find(each => each.page === kit);
  const values = {
    page, city, latin, hue: String(hue),
    short: city?.replace(/市$/, ''),
    head: [page, wraps].flatMap(folder => ['main.css', 'page.css'].map(name => `${folder}/${name}`))
      .filter(file => existsSync(join(out, file)))
      .map(file => `<link rel="stylesheet" href="/${file}">`).join('\n'),
    body: body ?? (existsSync(inner) ? await readFile(inner, 'utf8') : ''),
    floating: floating + (existsSync(above) ? await readFile(above, 'utf8') : ''),
    script: (watched ? '<script src="/shared/witness.js"></script>\n' : '')
      + (inside?.library ? `<script src="/${kit}/library.js"></script>\n` : '')
      + (inside ? `<script type="module" src="/${kit}/main.js"></script>\n` : '')
      + (library ? `<script src="/${page}/library.js"></script>\n` : '')
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
