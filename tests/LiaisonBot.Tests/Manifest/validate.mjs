// node validate.mjs <folder> [<version>]: holds manifest.json and the language files it names against the schemas of that version in the npm package,
// the newest unless given; a line for each fault. node validate.mjs --versions: the versions that the package has.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const read = path => JSON.parse(readFileSync(path, 'utf8'));
const schemas = join(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'), '..', 'build', 'json-schemas', 'teams');
const versions = readdirSync(schemas).filter(name => /^v\d+\.\d+$/.test(name)).map(name => name.slice(1)).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
const [folder, version = versions.at(-1)] = process.argv.slice(2);
if (folder === '--versions') {
  console.log(versions.join('\n'));
  process.exit();
}
const manifest = read(join(folder, 'manifest.json'));

function check(file, schema) {
  // Some patterns of the schemas are no patterns where Unicode is minded.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(read(join(schemas, `v${version}`, schema)));
  validate(read(join(folder, file)));
  for (const fault of validate.errors ?? []) console.log(`${file}${fault.instancePath}: ${fault.message}`);
}

for (const file of ['manifest.json', ...manifest.localizationInfo.additionalLanguages.map(language => language.file)]) {
  if (!read(join(folder, file)).$schema.includes(`/v${version}/`)) console.log(`${file}/$schema: the schema is ${version}`);
}
if (manifest.manifestVersion !== version) console.log(`manifest.json/manifestVersion: the schema is ${version}`);
check('manifest.json', 'MicrosoftTeams.schema.json');
for (const { file } of manifest.localizationInfo.additionalLanguages) check(file, 'MicrosoftTeams.Localization.schema.json');
