// Results from anywhere, made into values of known types; what is no results file is refused with the place.
const LARGEST_FILE = 64 * 1024 * 1024;
const MOST = { runs: 1000, clauses: 1000, violations: 200000, crashes: 200000, differences: 200000, stale: 10000, missing: 1000, steps: 4096, drawings: 64, shape: 64, strides: 64 };

function checked(value) {
  const wrong = (at, expected) => { throw new Error(at + ': expected ' + expected); };
  const object = (v, at) => v && typeof v === 'object' && !Array.isArray(v) ? v : wrong(at, 'an object');
  const text = (v, at) => typeof v === 'string' ? v : wrong(at, 'text');
  const whole = (v, at) => Number.isFinite(v) ? v : wrong(at, 'a number');
  const list = (v, at, each) => {
    if (!Array.isArray(v)) wrong(at, 'a list');
    const most = MOST[at.slice(at.lastIndexOf('.') + 1)] || 1000;
    if (v.length > most) wrong(at, 'at most ' + number(most) + ' entries, found ' + number(v.length));
    return v.map((entry, i) => each(entry, at + '[' + i + ']'));
  };
  const path = (v, at) => typeof v === 'string' && /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_.-]+)*$/.test(v) && !v.includes('..') ? v : wrong(at, "a path inside the report's folder");
  const drawing = (v, at) => ({ call: text(v.call, at + '.call'), memory: whole(v.memory, at), start: whole(v.start, at), itemsize: whole(v.itemsize, at),
    shape: list(v.shape, at + '.shape', whole), strides: list(v.strides, at + '.strides', whole), indirect: v.indirect === true, readonly: v.readonly === true,
    pointer: text(v.pointer, at), offset: whole(v.offset, at), returned: whole(v.returned, at) });
  const evidence = (v, at) => v === undefined || v === null ? null : {
    scenario: object(object(v, at).scenario, at + '.scenario'),
    steps: list(v.steps, at + '.steps', (s, here) => ({ step: text(object(s, here).step, here), happened: text(s.happened, here), model: text(s.model, here) })),
    drawings: list(v.drawings, at + '.drawings', (d, here) => drawing(object(d, here), here)) };
  const found = (v, at) => ({ symptom: text(object(v, at).symptom, at + '.symptom'), known: v.known === true, why: typeof v.why === 'string' ? v.why : null,
    witness: path(v.witness, at + '.witness'), evidence: evidence(v.evidence, at + '.evidence') });
  const clause = (v, at) => ({ id: text(object(v, at).id, at + '.id'), level: text(v.level, at + '.level'), verdict: text(v.verdict, at + '.verdict'),
    scenarios: whole(v.scenarios, at + '.scenarios'), missing: list(v.missing || [], at + '.missing', text),
    violations: list(v.violations, at + '.violations', (f, here) => ({ ...found(f, here), reason: text(f.reason || '', here) })) });
  const run = (v, at) => {
    const who = object(object(v, at).implementation, at + '.implementation');
    return { implementation: { id: text(who.id, at + '.implementation.id'), name: text(who.name, at + '.implementation.name'), version: text(who.version, at + '.implementation.version') },
      scenarios: whole(v.scenarios, at + '.scenarios'), unsupported: whole(v.unsupported, at + '.unsupported'),
      clauses: list(v.clauses, at + '.clauses', clause),
      crashes: list(v.crashes, at + '.crashes', (c, here) => ({ ...found(c, here), clause: text(c.clause, here), kind: text(c.kind, here), signal: text(c.signal, here) })),
      differences: list(v.differences || [], at + '.differences', (d, here) => ({ symptom: text(object(d, here).symptom, here), witness: path(d.witness, here) })),
      stale: list(v.stale || [], at + '.stale', (s, here) => ({ clause: text(object(s, here).clause, here), symptom: text(s.symptom, here) })),
      measured: v.measured ? { started: text(v.measured.started, at + '.measured'), millis: whole(v.measured.millis, at + '.measured') } : null };
  };
  object(value, 'the file');
  if (value.schema !== 1) throw new Error('schema: this page reads version 1, found ' + shown(JSON.stringify(value.schema)).slice(0, 40));
  const kit = object(value.kit, 'kit');
  return { kit: { version: text(kit.version, 'kit.version'), seed: kit.seedText || String(kit.seed), tries: whole(kit.tries, 'kit.tries') }, runs: list(value.runs, 'results.runs', run) };
}

// A seed has 64 bits, a number of JavaScript 53: it is kept as the digits that stand in the file.
function parsed(json) {
  const value = JSON.parse(json);
  const digits = /"seed"\s*:\s*(-?\d+)/.exec(json);
  if (digits && value && value.kit) value.kit.seedText = digits[1];
  return value;
}
