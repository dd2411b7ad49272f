// Makes folding.txt from Unicode's compatibility mappings, as Node has them, and npm opencc-js (OpenCC's dictionaries, Apache-2.0).
// From the root of the repository: node bot/LiaisonBot.Core/Text/make-folding.mjs
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const opencc = createRequire(import.meta.url).resolve('opencc-js').replace(/dist[\\/].*$/, '');
const { version } = JSON.parse(readFileSync(`${opencc}package.json`));
const pairs = name => /"(.*)"/.exec(readFileSync(`${opencc}dist/esm-lib/dict/${name}.js`, 'utf8'))[1].split('|').map(pair => pair.split(' '));

// Radicals and strokes have no compatibility mapping of their own: Unicode 15.0, EquivalentUnifiedIdeograph.txt.
const radicals = '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀㇞𠃑㇟乚㇠乙㇡𠄎';

// What looks alike, or is typed for each other, and is told apart by Unicode.
const alike = {
  '-': '‐‑‒–—―−─━﹘﹣⁃ー⸺⸻︱︲﹉－',
  '~': '〜∼∽˜⁓〰～',
  ':': '∶︰︓﹕˸：',
  '"': '“”„‟〝〞〟＂',
  "'": '‘’‚‛´`＇',
  '·': '•‧∙⋅・･⸱',
  '(': '⁽₍❨❪⦅', ')': '⁾₎❩❫⦆',
  '〈': '⟨〈❬', '〉': '⟩〉❭',
  '《': '⟪«', '》': '⟫»',
  '〔': '❲⟦﹝', '〕': '❳⟧﹞',
  '、': '﹑､', '。': '｡', '/': '⁄∕⧸', '×': '✕✖', '〇': '○◯', ' ': '⃣⠀ㅤᅟᅠﾠ',
};

// A small figure (m², a footnote), a fraction, and scripts that no place, number or command is written in keep their characters.
const kept = [[0xb2, 0xb3], [0xb9, 0xb9], [0x2b0, 0x2ff], [0x340, 0x345], [0x600, 0x10ff], [0x1100, 0x1cff], [0x1d2c, 0x1dff], [0x2070, 0x209f], [0x3130, 0x318f], [0xac00, 0xd7ff], [0xd800, 0xdfff], [0xfb13, 0xfdff], [0xfe70, 0xfefe], [0xffa0, 0xffdc]];
const blocks = [[0xa0, 0xffef], [0x1d400, 0x1d7ff], [0x1f100, 0x1f2ff], [0x1fbf0, 0x1fbf9], [0x2f800, 0x2fa1f]];

const simplified = new Map(pairs('TSCharacters').map(([from, to]) => [from, to]));
const isSimplified = new Set(simplified.values());
for (const [variant, traditional] of [...pairs('HKVariantsRev'), ...pairs('TWVariantsRev')]) {
  const to = simplified.get(traditional) ?? traditional;
  if (to !== variant && !isSimplified.has(variant) && !simplified.has(variant)) simplified.set(variant, to);
}

// A number in a circle counts what follows: (1) stays apart from a day behind it, which 1 would not.
for (const code of [...range(0x2776, 0x277f), ...range(0x2780, 0x2789), ...range(0x278a, 0x2793)]) alike[`(${(code - 0x2776) % 10 + 1})`] = (alike[`(${(code - 0x2776) % 10 + 1})`] ?? '') + String.fromCodePoint(code);
for (const code of range(0x24eb, 0x24f4)) alike[`(${code - 0x24eb + 11})`] = (alike[`(${code - 0x24eb + 11})`] ?? '') + String.fromCodePoint(code);
for (const code of range(0x24f5, 0x24fe)) alike[`(${code - 0x24f5 + 1})`] = (alike[`(${code - 0x24f5 + 1})`] ?? '') + String.fromCodePoint(code);

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function counted(typed, folded) {
  if (!/\p{No}/u.test(typed)) return folded;
  return folded.replace(/^(\d+|[一二三四五六七八九十])$/u, '($1)').replace(/^(\d+[.,])$/, '$1 ');
}

const map = new Map();
for (const [first, last] of blocks) {
  for (let code = first; code <= last; code++) {
    if (kept.some(([from, to]) => code >= from && code <= to)) continue;
    const typed = String.fromCodePoint(code);
    const folded = typed.normalize('NFKC');
    if (folded !== typed && !/[\u2044\p{M}]/u.test(folded) && !/^\s/.test(folded)) map.set(typed, counted(typed, folded));
  }
}

const all = [...radicals];
for (let i = 0; i < all.length; i += 2) map.set(all[i], all[i + 1]);
for (const [to, typed] of Object.entries(alike)) for (const one of typed) map.set(one, to);
// What a radical of the dictionary is written like.
simplified.set('靑', '青');
for (const [from, to] of simplified) map.set(from, to);

// A mark that joins the letter before it, small letters alone: what is compared is in small letters.
const marks = new Map();
for (let code = 0xa0; code < 0x2000; code++) {
  const letter = String.fromCodePoint(code);
  const [base, mark, ...more] = letter.normalize('NFD');
  if (mark && more.length === 0 && letter === letter.toLowerCase() && letter.normalize('NFC') === letter && /[\u0300-\u036f]/.test(mark)) {
    if (!marks.has(mark)) marks.set(mark, '');
    marks.set(mark, marks.get(mark) + base + letter);
  }
}

function folded(text) {
  for (let before = ''; before !== text;) {
    before = text;
    text = [...text.toLowerCase()].map(one => map.get(one) ?? one).join('');
  }
  return text;
}

const hex = code => code.toString(16).toUpperCase().padStart(4, '0');
const one = [];
const several = [];
let run = null;
const sources = [...map.keys()].filter(typed => !simplified.has(typed)).sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
for (const typed of sources) {
  const to = folded(typed);
  const code = typed.codePointAt(0);
  if (to === typed) continue;
  if ([...to].length !== 1 || to === ' ') {
    several.push(`=${hex(code)} ${to}`);
    run = null;
  } else if (run && run.next === code && [...run.text].length < 64) {
    run.text += to;
    run.next++;
  } else one.push(run = { code, next: code + 1, text: to });
}

const traditional = [...simplified.keys()].map(from => from + folded(from)).filter(pair => [...pair][0] !== [...pair][1]).sort();
const lines = [
  '# What looks the same or is the same word, as it is compared. Made by make-folding.mjs: Unicode ' + process.versions.unicode + ' NFKC and radicals, npm opencc-js ' + version + ' (OpenCC, Apache-2.0).',
  '# 2F00 一丨丶: one character for each code from 2F00 on. =3220 (一): several for one. ~簽签: pairs, traditional and simplified. +0301 aá: a letter with the mark, a letter for both.',
  ...one.map(({ code, text }) => `${hex(code)} ${text}`),
  ...several,
  ...Array.from({ length: Math.ceil(traditional.length / 50) }, (_, i) => '~' + traditional.slice(i * 50, i * 50 + 50).join('')),
  ...[...marks].sort().map(([mark, text]) => `+${hex(mark.codePointAt(0))} ${text}`),
];
writeFileSync(new URL('folding.txt', import.meta.url), lines.join('\n') + '\n');
