// Draws color.png (192 x 192) and outline.png (32 x 32) from the drawings beside them: node manifest/draw.mjs [path of Chromium]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chromium = process.argv[2] ?? 'chromium';
const folder = mkdtempSync(join(tmpdir(), 'icons-'));
try {
  for (const [name, size] of [['color', 192], ['outline', 32]]) {
    const svg = readFileSync(new URL(`${name}.svg`, import.meta.url)).toString('base64');
    const page = join(folder, `${name}.html`);
    // The page draws itself and puts the picture into its own text, so that neither a window nor its background has a part in it.
    writeFileSync(page, `<canvas width="${size}" height="${size}"></canvas><script>
      const image = new Image();
      image.onload = () => {
        const canvas = document.querySelector('canvas');
        canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
        document.body.textContent = canvas.toDataURL('image/png');
      };
      image.src = 'data:image/svg+xml;base64,${svg}';
    </script>`);
    const text = execFileSync(chromium, ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=10000', '--dump-dom', `file://${page}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [, png] = /data:image\/png;base64,([A-Za-z0-9+/=]+)/.exec(text);
    writeFileSync(new URL(`${name}.png`, import.meta.url), Buffer.from(png, 'base64'));
  }
} finally {
  rmSync(folder, { recursive: true });
}
