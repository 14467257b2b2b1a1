// Ten thousand deviations: a page of them at a time, and each one's details when somebody opens it.
const PAGE = 100;
let pages = 1;

function details(finding, words) {
  const clause = words.get(finding.clause);
  const body = make('div', {}, make('dl', {},
    make('dt', {}, 'Expected'), make('dd', {}, clause ? clause.statement + ' ' : '', make('a', { href: hashWith({ clause: finding.clause }) }, 'Clause ' + finding.clause)),
    make('dt', {}, 'Happened'), make('dd', {}, finding.reason || finding.symptom),
    make('dt', {}, finding.known ? 'Known' : 'New'), make('dd', {}, finding.known ? finding.why || 'on file without a reason' : 'No entry on file matches it.'),
    make('dt', {}, 'Seen with'), make('dd', {}, finding.column.run.implementation.name + ' ' + finding.column.run.implementation.version + ', kit ' + finding.column.results.kit.version + ', seed ' + finding.column.results.kit.seed)));
  const evidence = finding.evidence;
  if (evidence && evidence.steps.length) body.append(make('h4', {}, 'The witness, step by step'), steps(evidence.steps));
  if (evidence && evidence.drawings.length) body.append(make('h4', {}, 'The memory'), ...evidence.drawings.map(memory));
  body.append(make('h4', {}, 'See it again'), copyable('./conform replay ' + quoted(finding.witness) + ' -i ' + quoted(finding.column.run.implementation.id)));
  if (finding.column.local) body.append(make('p', {}, make('a', { href: finding.witness }, 'witness.json'), ' lies beside this page, in ', make('code', {}, finding.witness.replace(/[^/]*$/, '')), '.'));
  if (evidence) body.append(make('h4', {}, 'The witness as a file'), copyable(JSON.stringify(evidence.scenario, null, 1)));
  return body;
}

function steps(list) {
  const asked = list.some(seen => seen.model);
  return make('table', { class: 'steps' }, make('thead', {}, make('tr', {}, ['', 'step', 'this implementation', asked && 'the model'].filter(text => text !== false).map(text => make('th', { scope: 'col' }, text || 'no.')))),
    make('tbody', {}, list.map((seen, i) => make('tr', { class: asked && seen.model !== seen.happened ? 'off' : null }, make('td', {}, String(i)), make('td', { class: 'mono' }, seen.step),
      make('td', { 'data-of': 'this' }, seen.happened || 'did not come so far', asked && seen.model !== seen.happened ? make('strong', {}, ' (differs)') : ''), asked ? make('td', { 'data-of': 'model' }, seen.model) : null))));
}

function deviation(finding, words, open) {
  const item = make('details', { 'data-key': finding.key }, make('summary', {}, word(finding.known ? 'known' : 'new', finding.known ? 'known' : finding.death ? 'NEW crash' : 'NEW'),
    ' ', make('span', { class: 'id' }, finding.clause), ' ', finding.symptom, ' ', make('span', { class: 'of' }, finding.column.label)));
  const build = () => { if (item.children.length === 1) item.append(details(finding, words)); };
  item.addEventListener('toggle', () => {
    if (item.open) build();
    const state = readState();
    if (item.open ? state.deviation !== finding.key : state.deviation === finding.key) history.replaceState(null, '', hashOf({ ...state, deviation: item.open ? finding.key : '' }));
  });
  if (open) { build(); item.open = true; }
  return item;
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
  if (visible.length < rest.length) {
    const more = make('button', { type: 'button', id: 'more' }, 'Show ' + Math.min(PAGE, rest.length - visible.length) + ' more');
    more.addEventListener('click', () => { pages++; showDeviations(readState(), columns, words); });
    box.append(more);
  }
}
