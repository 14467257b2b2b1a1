// Results from anywhere, made into values of known types; what is no results file is refused with the place.
const LARGEST_FILE = 64 * 1024 * 1024;

function checked(value) {
  const clause = (v, at) => ({ id: text(object(v, at).id, at + '.id'), level: text(v.level, at + '.level'), verdict: text(v.verdict, at + '.verdict'),
    scenarios: whole(v.scenarios, at + '.scenarios'), missing: list(v.missing || [], at + '.missing', text),
    violations: list(v.violations, at + '.violations', (f, here) => ({ ...found(f, here), reason: text(f.reason || '', here) })) });
  const run = (v, at) => ({ implementation: identity(object(v, at).implementation, at + '.implementation'),
    scenarios: whole(v.scenarios, at + '.scenarios'), unsupported: whole(v.unsupported, at + '.unsupported'),
    clauses: list(v.clauses, at + '.clauses', clause),
    crashes: list(v.crashes, at + '.crashes', (c, here) => ({ ...found(c, here), clause: text(c.clause, here), kind: text(c.kind, here), signal: text(c.signal, here) })),
    differences: list(v.differences || [], at + '.differences', difference),
    stale: list(v.stale || [], at + '.stale', (s, here) => ({ clause: text(object(s, here).clause, here), symptom: text(s.symptom, here) })),
    measured: later(v.measured, at + '.measured', (m, here) => ({ started: text(m.started, here), millis: whole(m.millis, here) })),
    coverage: later(v.coverage, at + '.coverage', checkedCoverage) });
  const mutant = (v, at) => ({ name: text(object(v, at).name, at + '.name'), clause: text(v.clause, at + '.clause'), sentence: text(v.sentence, at + '.sentence'),
    killed: whole(v.killed, at + '.killed'), median: whole(v.median, at + '.median'), worst: whole(v.worst, at + '.worst'), others: list(v.others, at + '.others', text) });
  object(value, 'the file');
  if (value.schema !== 1) throw new Error('schema: this page reads version 1, found ' + shown(JSON.stringify(value.schema)).slice(0, 40));
  const kit = object(value.kit, 'kit');
  return { kit: { version: text(kit.version, 'kit.version'), seed: kit.seedText || String(kit.seed), tries: whole(kit.tries, 'kit.tries') }, runs: list(value.runs, 'results.runs', run),
    command: later(value.command, 'command', (c, here) => list(c.words, here + '.words', text)),
    strength: later(value.strength, 'strength', (s, here) => ({ tries: whole(s.tries, here), seeds: whole(s.seeds, here), mutants: list(s.mutants, here + '.mutants', mutant) })) };
}

// A seed has 64 bits, a number of JavaScript 53: it is kept as the digits that stand in the file.
function parsed(json) {
  const value = JSON.parse(json);
  const digits = /"kit"\s*:\s*\{[^{}]*?"seed"\s*:\s*(-?\d+)/.exec(json);
  if (digits && value && value.kit) value.kit.seedText = digits[1];
  return value;
}
