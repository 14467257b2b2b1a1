// What the page shows, worked out of one or more results.
const KINDS = { HOLDS: ['holds', 'holds'], NOT_EXERCISED: ['open', 'not exercised'] };

function column({ results, name, local }, index, several) {
  return (run, position) => {
    const clauses = new Map(run.clauses.map(clause => [clause.id, clause]));
    const crashes = Map.groupBy ? Map.groupBy(run.crashes, crash => crash.clause) : grouped(run.crashes);
    const findings = [];
    const prefix = index ? index + '.' : '';
    const add = (found, clause, level, death, reason) => findings.push({ ...found, clause, level, death, reason,
      key: prefix + found.witness.replace(/^deviations\//, '').replace(/\/witness\.json$/, '') });
    for (const clause of run.clauses) for (const found of clause.violations) add(found, clause.id, clause.level, false, found.reason);
    for (const crash of run.crashes) add(crash, crash.clause, (clauses.get(crash.clause) || { level: '' }).level, true, crash.kind + ' (' + crash.signal + '); no implementation may die.');
    const made = { run, results, clauses, crashes, findings, local: Boolean(local), prefix, key: index + '.' + position,
      label: run.implementation.id + (several ? ' (' + name + ')' : ''), name };
    for (const finding of findings) {
      finding.column = made;
      finding.text = [finding.clause, finding.symptom, finding.reason, finding.why || '', made.label, finding.level].join(' ').toLowerCase();
    }
    return made;
  };
}

function grouped(crashes) {
  const groups = new Map();
  for (const crash of crashes) groups.set(crash.clause, [...(groups.get(crash.clause) || []), crash]);
  return groups;
}

function columnsOf(documents) {
  return documents.flatMap((document, index) => document.results.runs.map(column(document, index, documents.length > 1)));
}

// The verdict on a clause: what is new outweighs what is on file.
function cell(column, id) {
  const clause = column.clauses.get(id);
  const crashes = column.crashes.get(id) || [];
  const violations = clause ? clause.violations : [];
  if (violations.some(found => !found.known)) return ['new', 'VIOLATED'];
  const death = crashes.find(crash => !crash.known);
  if (death) return ['new', death.kind];
  if (!clause) return ['none', '-'];
  if (clause.verdict === 'NOT_EXERCISED') return KINDS.NOT_EXERCISED;
  return violations.length || crashes.length ? ['known', 'known'] : KINDS.HOLDS;
}

function tally(column) {
  const binding = column.run.clauses.filter(clause => clause.level !== 'reference');
  const findings = column.findings.filter(finding => finding.level !== 'reference');
  const known = findings.filter(finding => finding.known).length;
  const crashes = findings.filter(finding => finding.death && !finding.known).length;
  return { held: binding.filter(clause => clause.verdict === 'HOLDS').length, known, crashes, fresh: findings.length - known - crashes,
    open: binding.filter(clause => clause.verdict === 'NOT_EXERCISED').length };
}

function answer(column) {
  const told = tally(column);
  const faults = [told.fresh && count(told.fresh, 'new deviation', 'new deviations'), told.crashes && count(told.crashes, 'new crash', 'new crashes')].filter(Boolean);
  const apart = column.run.differences.length ? '; ' + count(column.run.differences.length, 'difference', 'differences') : '';
  if (faults.length) return ['bad', 'does not conform: ' + faults.join(', ') + apart];
  if (told.open) return ['open', 'could not be judged: ' + count(told.open, 'clause was not exercised', 'clauses were not exercised') + apart];
  return [apart ? 'apart' : 'good', (told.known ? 'conforms with ' + count(told.known, 'known deviation', 'known deviations') : 'conforms') + apart];
}
