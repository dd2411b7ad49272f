// Makes years/*.csv from npm chinese-days. From the root of the repository: node bot/LiaisonBot.Core/Calendar/make-years.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const { version } = require('chinese-days/package.json');

const notices = {
  2024: '国办发明电〔2023〕7号, https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
  2025: '国办发明电〔2024〕12号, https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  2026: '国办发明电〔2025〕7号, https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
};

// The package says 清明; the notices say 清明节.
const names = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

const dayAfter = date => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

function runs(days, kind) {
  const found = [];
  for (const [date, text] of Object.entries(days).sort()) {
    const name = names[text.split(',')[1]] ?? text.split(',')[1];
    const last = found.at(-1);
    if (last?.name === name && dayAfter(last.to) === date) last.to = date;
    else found.push({ kind, name, from: date, to: date });
  }
  return found;
}

for (const [year, notice] of Object.entries(notices)) {
  const { holidays, workdays } = require(`chinese-days/dist/years/${year}.json`);
  const lines = [...runs(holidays, 'off'), ...runs(workdays, 'work')]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to, kind, name }) => `${from === to ? from : `${from}..${to}`},${kind},${name}`);
  const header = [
    `# notice: 国务院办公厅关于${year}年部分节假日安排的通知, ${notice}`,
    `# source: npm chinese-days ${version} (MIT), made by make-years.mjs`,
  ];
  writeFileSync(new URL(`years/${year}.csv`, import.meta.url), [...header, ...lines, ''].join('\n'));
}
