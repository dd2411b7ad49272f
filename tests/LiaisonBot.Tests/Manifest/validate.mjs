// node validate.mjs <folder>: holds manifest.json and the language files it names against the newest schemas in the npm package, a line for each fault.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const read = path => JSON.parse(readFileSync(path, 'utf8'));
const schemas = join(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'), '..', 'build', 'json-schemas', 'teams');
const folder = process.argv[2];
const manifest = read(join(folder, 'manifest.json'));

function check(file, schema) {
  // Some patterns of the schemas are no patterns where Unicode is minded.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(read(join(schemas, `v${manifest.manifestVersion}`, schema)));
  validate(read(join(folder, file)));
  for (const fault of validate.errors ?? []) console.log(`${file}${fault.instancePath}: ${fault.message}`);
}

const newest = readdirSync(schemas).filter(name => /^v\d+\.\d+$/.test(name)).sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
if (newest !== `v${manifest.manifestVersion}`) console.log(`manifest.json/manifestVersion: the newest schema is ${newest}`);
check('manifest.json', 'MicrosoftTeams.schema.json');
for (const { file } of manifest.localizationInfo.additionalLanguages) check(file, 'MicrosoftTeams.Localization.schema.json');
