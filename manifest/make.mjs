// Makes the Teams app package:
//   node manifest/make.mjs --bot-id <client id of the bot's identity> --host <host of the function app> --tab-app-id <id of the pages' registration>
// Without --tab-app-id there is no tab. Other options: --domain <name> (a domain of your own that leads to the host), --app-id <guid> (the bot's id unless given), --developer <name>, --website <url>, --privacy <url>, --terms <url> (the bot's own pages
// unless given), --version <1.2.3> (the product's unless given), --manifest-version <1.16> for a tenant that does not know the newest schema,
// --out <file> (liaisonbot.zip). After `azd up` it takes the bot's id and host from the environment, and MANIFEST_VERSION where it is set.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';

// Schemas that were published. In those before 1.5 an app has one language and no action on a message: no package is made for them.
const newest = 30;
const schemas = Array.from({ length: newest - 4 }, (_, i) => i + 5).filter(minor => minor !== 18).map(minor => `1.${minor}`);

// What later schemas brought, and what goes without it. A test holds this against every schema.
const later = [
  { property: 'defaultInstallScope', since: 9, without: 'Teams asks where to add the app first; the one-to-one chat is what people need' },
];

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function options() {
  const names = ['bot-id', 'app-id', 'tab-app-id', 'host', 'domain', 'website', 'privacy', 'terms', 'developer', 'version', 'manifest-version', 'out'];
  const { values } = parseArgs({ options: Object.fromEntries(names.map(name => [name, { type: 'string' }])) });
  const { BOT_ID, BOT_HOST, BOT_DOMAIN, TAB_APP_ID, MANIFEST_VERSION } = process.env;
  const botId = values['bot-id'] ?? BOT_ID ?? '';
  const host = values.host ?? BOT_HOST ?? '';
  const domain = (values.domain ?? BOT_DOMAIN) || host;
  const tabAppId = values['tab-app-id'] ?? TAB_APP_ID ?? '';
  const page = name => values[name] ?? (domain ? `https://${domain}/pages/${name === 'website' ? 'about' : name}` : '');
  const given = {
    botId, appId: values['app-id'] ?? botId, tabAppId, domain, website: page('website'), privacy: page('privacy'), terms: page('terms'),
    developer: values.developer ?? 'LiaisonBot', version: values.version ?? productVersion(), schema: values['manifest-version'] || MANIFEST_VERSION || `1.${newest}`,
    out: resolve(values.out ?? 'liaisonbot.zip'),
  };
  const wrong = [
    ...[['--bot-id', given.botId], ['--app-id', given.appId]].filter(([, id]) => !guid.test(id)).map(([name, id]) => `${name} '${id}' is no id like 00000000-0000-0000-0000-000000000000`),
    ...(tabAppId && !guid.test(tabAppId) ? [`--tab-app-id '${tabAppId}' is no id like 00000000-0000-0000-0000-000000000000`] : []),
    ...(tabAppId && !domain ? ['--tab-app-id needs --host: the tab has to be somewhere'] : []),
    ...[['--host', host], ['--domain', domain]].filter(([, name], i) => name && !/^[a-z0-9.-]+$/i.test(name) && (i === 0 || name !== host))
      .map(([option, name]) => `${option} '${name}' is no name of a host`),
    ...['website', 'privacy', 'terms'].filter(name => !isHttps(given[name])).map(name => `--${name} '${given[name]}' is no https address; --host names the bot's own pages`),
    ...(given.developer.length > 32 ? ['--developer has at most 32 characters'] : []),
    ...(!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(given.version) ? [`--version '${given.version}' is not like 1.2.3`] : []),
    ...(!schemas.includes(given.schema) ? [`--manifest-version '${given.schema}' is none of ${schemas.join(', ')}`] : []),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return given;
}

const isHttps = url => URL.canParse(url) && url.startsWith('https://');

// The product says its version in one place.
function productVersion() {
  const properties = readFileSync(new URL('../Directory.Build.props', import.meta.url), 'utf8');
  return properties.match(/<ProductVersion>(.*?)<\/ProductVersion>/)[1];
}

// What the schema does not know, of a manifest of the newest.
function leftOut(schema) {
  const minor = Number(schema.split('.')[1]);
  return later.filter(({ since }) => since > minor);
}

// Without a registration by which people sign in there is no tab.
const hasTab = given => given.tabAppId !== '';

function english(given) {
  const texts = JSON.parse(read('en.json'));
  if (!hasTab(given)) for (const name of Object.keys(texts).filter(one => one.startsWith('staticTabs'))) delete texts[name];
  return JSON.stringify(texts, null, 2);
}

function manifest(given) {
  const filled = JSON.parse(read('manifest.json').replace(/\$\{(\w+)\}/g, (_, name) => JSON.stringify(given[name]).slice(1, -1)));
  for (const { property } of leftOut(given.schema)) delete filled[property];
  if (!hasTab(given)) {
    delete filled.staticTabs;
    delete filled.webApplicationInfo;
    filled.validDomains = [];
  }
  return JSON.stringify({ ...filled, manifestVersion: given.schema }, null, 2);
}

// Each file names the schema that it keeps.
const lowered = (text, given) => text.replace(/("\$schema": "[^"]*\/teams\/v)[\d.]+\//, `$1${given.schema}/`);

const read = name => readFileSync(new URL(name, import.meta.url), 'utf8');

// The same files give the same bytes: no time of day is in it. Names are UTF-8 and say so.
function zip(files) {
  const parts = [], directory = [];
  let at = 0;
  for (const [name, content] of files) {
    const path = Buffer.from(name), packed = deflateRawSync(content, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);          // version needed
    common.writeUInt16LE(0x0800, 2);      // names are UTF-8
    common.writeUInt16LE(8, 4);           // deflate
    common.writeUInt16LE(0x21, 8);        // 1 January 1980
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    parts.push(Buffer.from('PK\x03\x04'), common, path, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, path);
    at += 4 + common.length + path.length + packed.length;
  }
  const list = Buffer.concat(directory), end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

try {
  const given = options();
  const texts = [['manifest.json', manifest(given)], ['en.json', english(given)]].map(([name, text]) => [name, Buffer.from(lowered(text, given))]);
  const icons = ['color.png', 'outline.png'].map(name => [name, readFileSync(new URL(name, import.meta.url))]);
  const folder = dirname(given.out);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(given.out, zip([...texts, ...icons]));
  for (const { property, since, without } of leftOut(given.schema)) {
    console.log(`Left out for schema ${given.schema}: ${property}, which there is since 1.${since}. Without it: ${without}.`);
  }
  console.log(`The Teams app package is ${given.out}. Upload it in the Teams admin center under Manage apps.`);
  if (hasTab(given) && !process.env.TEAMS_APP_ID) {
    const also = given.appId === given.botId ? ' on iOS too' : '';
    console.log(`Links from cards open the tab${also} once they name the App ID that the admin center then shows: azd env set TEAMS_APP_ID <App ID>, then azd up.`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
