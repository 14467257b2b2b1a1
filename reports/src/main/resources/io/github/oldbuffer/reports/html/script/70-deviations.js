// Ten thousand deviations: a page of them at a time, and each one's details when somebody opens it.
const PAGE = 100;
let pages = 1;

function onFile(finding) {
  if (!finding.known) return fact('New', 'No entry on file matches it.');
  const { versions, since, upstream, expires } = finding.filed || {};
  // text that only looks like a link stays text
  const place = upstream && /^https?:\/\/[^\s]+$/.test(upstream) ? make('a', { href: upstream, rel: 'noreferrer noopener' }, upstream) : upstream;
  return [...fact('Known', finding.why || 'on file without a reason'), ...fact('On file', finding.filed && ((since ? 'since ' + since : 'nobody noted since when') + (versions ? ', for versions ' + versions : ''))),
    ...fact('Upstream', place), ...fact('Counts until', expires)];
}

function beside(one) {
  const folder = one.witness.replace(/[^/]*$/, '');
  return make('p', {}, make('a', { href: one.witness }, 'witness.json'), ' lies beside this page, in ', make('a', { href: folder }, make('code', {}, folder)), ', with programs that show it where there are any.');
}

// The witness, and programs that need no kit, to copy.
function files(evidence) {
  if (!evidence) return [];
  const programs = (evidence.attached || []).flatMap(({ name, words }) => [make('h4', {}, name), copyable(words)]);
  return [...programs, make('h4', {}, 'The witness as a file'), copyable(JSON.stringify(evidence.scenario, null, 1))];
}

// Ports have names and no ids that replay knows: what they replace stands in for them.
function replay(witness, ids) {
  const port = ids.some(id => id.startsWith('port:'));
  const known = [...new Set(ids.filter(id => !id.startsWith('port:')))];
  return [make('h4', {}, port ? "What CPython's own functions do" : 'See it again'),
    copyable('./conform replay ' + quoted(witness) + (known.length ? known : ['cpython']).map(id => ' -i ' + quoted(id)).join(''))];
}

function details(finding, words) {
  const clause = words.get(finding.clause);
  const body = make('div', {}, make('dl', {},
    make('dt', {}, 'Expected'), make('dd', {}, clause ? clause.statement + ' ' : '', make('a', { href: hashWith({ clause: finding.clause }) }, 'Clause ' + finding.clause)),
    make('dt', {}, 'Happened'), make('dd', {}, finding.reason || finding.symptom),
    onFile(finding),
    make('dt', {}, 'Seen with'), make('dd', {}, finding.column.run.implementation.name + ' ' + finding.column.run.implementation.version + ', kit ' + finding.column.results.kit.version + ', seed ' + finding.column.results.kit.seed)));
  const evidence = finding.evidence;
  if (evidence && evidence.steps.length) body.append(make('h4', {}, 'The witness, step by step'), steps(evidence.steps, 'this implementation', 'the model'));
  if (evidence && evidence.drawings.length) body.append(make('h4', {}, 'The memory'), ...evidence.drawings.map(memory));
  body.append(...replay(finding.witness, [finding.column.run.implementation.id]));
  if (finding.column.local) body.append(beside(finding));
  body.append(...files(evidence));
  return body;
}

// What happened, step by step, beside what somebody else did.
function steps(seen, name, other) {
  const asked = seen.some(step => step.model);
  const head = ['no.', 'step', name, ...(asked ? [other] : [])];
  const rows = seen.map((step, i) => {
    const off = asked && step.model !== step.happened;
    return make('tr', { class: off ? 'off' : null }, make('td', {}, String(i)), make('td', { class: 'mono' }, step.step),
      make('td', { 'data-of': name }, step.happened || 'did not come so far', off ? make('strong', {}, ' (differs)') : ''), asked ? make('td', { 'data-of': other }, step.model || 'did not come so far') : null);
  });
  return make('table', { class: 'steps' }, make('thead', {}, make('tr', {}, head.map(words => make('th', { scope: 'col' }, words)))), make('tbody', {}, rows));
}

// Something that is built when somebody opens it, and that the address then names.
function folded(key, summary, body, open) {
  const item = make('details', { 'data-key': key }, summary);
  const build = () => { if (item.children.length === 1) item.append(body()); };
  item.addEventListener('toggle', () => {
    if (item.open) build();
    const state = readState();
    if (item.open ? state.deviation !== key : state.deviation === key) history.replaceState(null, '', hashOf({ ...state, deviation: item.open ? key : '' }));
  });
  if (open) { build(); item.open = true; }
  return item;
}

function more(box, visible, rest, next) {
  if (visible.length === rest.length) return;
  const button = make('button', { type: 'button', class: 'more' }, 'Show ' + Math.min(PAGE, rest.length - visible.length) + ' more');
  button.addEventListener('click', next);
  box.append(button);
}

function deviation(finding, words, open) {
  const summary = make('summary', {}, word(finding.known ? 'known' : 'new', finding.known ? 'known' : finding.death ? 'NEW crash' : 'NEW'),
    ' ', make('span', { class: 'id' }, finding.clause), ' ', finding.symptom, ' ', make('span', { class: 'of' }, finding.column.label));
  return folded(finding.key, summary, () => details(finding, words), open);
}

function showDeviations(state, columns, words) {
  const all = columns.flatMap(column => column.findings);
  const list = all.filter(finding => matches(state, finding)).sort((a, b) => a.known - b.known);
  const linked = state.deviation ? all.find(finding => finding.key === state.deviation) : null;
  const rest = list.filter(finding => finding !== linked);
  const visible = rest.slice(0, pages * PAGE);
  const box = byId('deviations');
  box.replaceChildren(make('p', { class: 'soft', id: 'deviation-count', role: 'status' }, count(list.length, 'deviation', 'deviations') + (list.length < all.length ? ' of ' + number(all.length) : '')));
  if (state.only) box.append(make('p', {}, 'Only ' + state.only + '. ', make('a', { href: hashWith({ only: '', impl: '' }) }, 'Show all')));
  if (linked) box.append(deviation(linked, words, true));
  box.append(...visible.map(finding => deviation(finding, words, false)));
  more(box, visible, rest, () => { pages++; showDeviations(readState(), columns, words); });
}
