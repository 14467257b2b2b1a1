// What the page shows, worked out of one or more results.
const FAMILIES = { CHAR: 'PyObject_AsCharBuffer', READ: 'PyObject_AsReadBuffer', CHECK: 'PyObject_CheckReadBuffer', WRITE: 'PyObject_AsWriteBuffer' };

// What matters most comes first: the contract, deaths, what callers can notice, differences, what nobody promises.
function rank(finding) {
  if (finding.kind === 'DEATH') return 1;
  if (finding.kind === 'DIFFERENCE') return 3;
  return finding.level === 'contract' || finding.level === 'protocol' ? 0 : finding.counts ? 2 : 4;
}

function column({ results, name, local }, index, several) {
  return (run, position) => {
    const clauses = new Map(run.clauses.map(clause => [clause.id, clause]));
    const made = { run, results, clauses, local: Boolean(local), key: index + '.' + position, label: run.implementation.id + (several ? ' (' + name + ')' : ''), name };
    made.findings = run.findings.map(found => {
      const finding = { ...found, column: made, heading: found.clause || found.kind.toLowerCase() };
      finding.level = found.clause && clauses.has(found.clause) ? clauses.get(found.clause).level : '';
      finding.counts = finding.level !== 'reference';
      finding.rank = rank(finding);
      finding.key = (index ? index + '.' : '') + found.witness.replace(/^deviations\//, '').replace(/\/witness\.json$/, '');
      finding.text = [finding.heading, found.symptom, found.reason, found.function, found.cause.title, found.object, found.filed ? found.filed.reason : '', made.label, finding.level].join(' ').toLowerCase();
      return finding;
    });
    return made;
  };
}

function columnsOf(documents) {
  return documents.flatMap((document, index) => document.results.runs.map(column(document, index, documents.length > 1)));
}

// What violates a clause, and where its scenarios died the deaths in its function, or all where none is.
function behind(column, id) {
  const violations = column.findings.filter(finding => finding.clause === id);
  if ((column.clauses.get(id) || {}).verdict !== 'DIED') return violations;
  const deaths = column.findings.filter(finding => finding.kind === 'DEATH');
  const own = deaths.filter(death => Object.hasOwn(FAMILIES, id.split('-')[0]) && death.function === FAMILIES[id.split('-')[0]]);
  return [...violations, ...(own.length ? own : deaths)];
}

// The verdict on a clause, its words, and for a death how these look: what is new outweighs what is on file.
function cell(column, id) {
  const clause = column.clauses.get(id);
  if (!clause) return ['none', '-'];
  const fresh = behind(column, id).some(finding => !finding.known);
  switch (clause.verdict) {
    case 'HOLDS': return ['holds', 'holds'];
    case 'VIOLATED': return fresh ? ['new', 'VIOLATED'] : ['known', 'known'];
    case 'DIED': return fresh ? ['new', 'DIED', 'died'] : ['known', 'died, known', 'died'];
    case 'NOT_APPLICABLE': return ['none', 'not applicable'];
    default: return ['open', 'not exercised'];
  }
}

function tally(column) {
  const binding = column.run.clauses.filter(clause => clause.level !== 'reference');
  const of = verdict => binding.filter(clause => clause.verdict === verdict).length;
  const findings = (kind, known) => column.findings.filter(finding => finding.counts && finding.kind === kind && finding.known === known).length;
  const fresh = binding.filter(clause => column.findings.some(finding => finding.clause === clause.id && !finding.known)).length;
  return { clauses: binding.length, held: of('HOLDS'), known: of('VIOLATED') - fresh, fresh, died: of('DIED'), open: of('NOT_EXERCISED'), none: of('NOT_APPLICABLE'), findings,
    deaths: findings('DEATH', true) + findings('DEATH', false) };
}

const counted = (value, one, many) => value ? count(value, one, many) : '';

function clausesOf(told) {
  if (told.held === told.clauses && !told.deaths) return '';
  const parts = [told.clauses ? count(told.held, 'clause holds', 'clauses hold') : '', counted(told.known, 'deviates as known', 'deviate as known'), counted(told.fresh, 'deviates in a new way', 'deviate in a new way'),
    counted(told.died, 'died', 'died'), counted(told.open, 'was not exercised', 'were not exercised'), counted(told.none, 'does not apply', 'do not apply')].filter(Boolean).join(', ');
  return ' (' + [parts, counted(told.deaths, 'call kills the process', 'calls kill the process')].filter(Boolean).join('; ') + ')';
}

function answer(column) {
  const told = tally(column);
  const faults = [counted(told.findings('VIOLATION', false), 'new deviation', 'new deviations'), counted(told.findings('DEATH', false), 'new death', 'new deaths'),
    counted(told.findings('DIFFERENCE', false), 'new difference', 'new differences')].filter(Boolean);
  const known = told.findings('VIOLATION', true) + told.findings('DEATH', true), apart = told.findings('DIFFERENCE', true);
  const rest = clausesOf(told) + (apart ? '; ' + count(apart, 'known difference', 'known differences') : '');
  if (faults.length) return ['bad', 'does not conform: ' + faults.join(', ') + rest];
  if (told.open || column.run.broken) return ['open', 'could not be judged: ' + (told.open ? count(told.open, 'clause was not exercised', 'clauses were not exercised') : column.run.broken) + rest];
  return [known || apart ? 'known' : 'good', (known ? 'conforms with ' + count(known, 'known deviation', 'known deviations') : 'conforms') + rest];
}

// Findings that have one cause, together; the group with what is new, and with what matters most, comes first.
function groupsOf(findings) {
  const groups = new Map();
  for (const finding of [...findings].sort((a, b) => a.known - b.known || a.rank - b.rank)) {
    if (!groups.has(finding.cause.id)) groups.set(finding.cause.id, []);
    groups.get(finding.cause.id).push(finding);
  }
  return [...groups.values()];
}
