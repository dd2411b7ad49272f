// Makes the Teams app package:
//   node manifest/make.mjs --bot-id <client id of the bot's identity> --website https://…
// Other options: --app-id <guid> (the bot's id unless given), --developer <name>, --privacy <url>, --terms <url> (the website unless given),
// --version <1.2.3>, --out <file> (liaisonbot.zip). After `azd up` it takes the bot's id and address from the environment.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function options() {
  const names = ['bot-id', 'app-id', 'website', 'privacy', 'terms', 'developer', 'version', 'out'];
  const { values } = parseArgs({ options: Object.fromEntries(names.map(name => [name, { type: 'string' }])) });
  const { BOT_ID, BOT_HOST } = process.env;
  const botId = values['bot-id'] ?? BOT_ID ?? '';
  const website = values.website ?? (BOT_HOST ? `https://${BOT_HOST}/` : '');
  const given = {
    botId, appId: values['app-id'] ?? botId, website, privacy: values.privacy ?? website, terms: values.terms ?? website,
    developer: values.developer ?? 'LiaisonBot', version: values.version, out: resolve(values.out ?? 'liaisonbot.zip'),
  };
  const wrong = [
    ...[['--bot-id', given.botId], ['--app-id', given.appId]].filter(([, id]) => !guid.test(id)).map(([name, id]) => `${name} '${id}' is no id like 00000000-0000-0000-0000-000000000000`),
    ...[['--website', given.website], ['--privacy', given.privacy], ['--terms', given.terms]].filter(([, url]) => !URL.canParse(url) || !url.startsWith('https://')).map(([name, url]) => `${name} '${url}' is no https address`),
    ...(given.developer.length > 32 ? ['--developer has at most 32 characters'] : []),
    ...(given.version !== undefined && !/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(given.version) ? [`--version '${given.version}' is not like 1.2.3`] : []),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return given;
}

function manifest(given) {
  const text = readFileSync(new URL('manifest.json', import.meta.url), 'utf8');
  const filled = JSON.parse(text.replace(/\$\{(\w+)\}/g, (_, name) => JSON.stringify(given[name]).slice(1, -1)));
  if (given.version) filled.version = given.version;
  return JSON.stringify(filled, null, 2);
}

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
  const files = ['en.json', 'color.png', 'outline.png'].map(name => [name, readFileSync(new URL(name, import.meta.url))]);
  const folder = dirname(given.out);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(given.out, zip([['manifest.json', Buffer.from(manifest(given))], ...files]));
  console.log(`The Teams app package is ${given.out}. Upload it in the Teams admin center under Manage apps.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
