// What fields of results may be: a value of the kind asked for, or a sentence that begins with the place.
const MOST = { runs: 1000, clauses: 1000, violations: 200000, crashes: 200000, differences: 200000, stale: 10000, missing: 1000, steps: 4096, drawings: 64, shape: 64, strides: 64 };
const DAY = /^\d{4}-\d\d-\d\d$/;

const wrong = (at, expected) => { throw new Error(at + ': expected ' + expected); };
const object = (v, at) => v && typeof v === 'object' && !Array.isArray(v) ? v : wrong(at, 'an object');
const text = (v, at) => typeof v === 'string' ? v : wrong(at, 'text');
const whole = (v, at) => Number.isFinite(v) ? v : wrong(at, 'a number');
const path = (v, at) => typeof v === 'string' && /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_.-]+)*$/.test(v) && !v.includes('..') ? v : wrong(at, "a path inside the report's folder");
const day = (v, at) => v === undefined || v === null ? null : DAY.test(v) ? v : wrong(at, 'a day such as 2026-11-22');

function list(v, at, each) {
  if (!Array.isArray(v)) wrong(at, 'a list');
  const most = MOST[at.slice(at.lastIndexOf('.') + 1)] || 1000;
  if (v.length > most) wrong(at, 'at most ' + number(most) + ' entries, found ' + number(v.length));
  return v.map((entry, i) => each(entry, at + '[' + i + ']'));
}

// A field that files of older kits lack.
const later = (v, at, each) => v === undefined || v === null ? null : each(object(v, at), at);

const identity = (v, at) => ({ id: text(object(v, at).id, at + '.id'), name: text(v.name, at + '.name'), version: text(v.version, at + '.version') });
