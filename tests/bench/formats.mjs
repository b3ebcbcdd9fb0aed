// Check of one report in every format: native and WebAssembly, milliseconds a report.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfGeometry } from '../wasm/support.mjs';

export const title = '同一份年报，各种格式';

async function wasm(context, path) {
  const core = await context.core();
  const isPdf = path.endsWith('.pdf');
  const bytes = isPdf ? pdfGeometry(path) : readFileSync(path);
  const options = JSON.stringify(isPdf ? { sourceFormat: 'pdf' } : {});
  return context.typical(() => core.check(bytes, options, ''), { rounds: 41 });
}

export async function run(context) {
  const folder = join(context.root, 'tests', 'fixtures', 'twins');
  const rows = [];
  for (const name of readdirSync(folder).filter((file) => file.startsWith('report.'))) {
    const path = join(folder, name);
    rows.push([name, readFileSync(path).length, context.nativePerReport(path), await wasm(context, path)]);
  }
  return {
    columns: ['文件', '字节', '本机 毫秒', 'WebAssembly 毫秒'],
    rows,
    notes: ['本机：批量方式，每份读两遍、查一遍；PDF 含另一个进程里的读取。WebAssembly：查一遍；PDF 从几何数据算起。'],
  };
}
