const data = JSON.parse(byId('data').textContent);
const words = new Map(data.clauses.map(clause => [clause.id, clause]));
const documents = data.documents.map(document => ({ name: document.name, local: true, results: parsed(document.results) }));
let columns = columnsOf(documents);
let shownFor = '';

function showVerdicts(section) {
  const box = section.querySelector('.verdicts');
  if (!section.open || !box) return;
  const rows = columns.filter(column => column.clauses.has(section.id)).map(column => {
    const clause = column.clauses.get(section.id), [kind, text, look] = cell(column, section.id);
    return make('tr', {}, make('th', { scope: 'row' }, column.label), make('td', {}, word(kind, text, look)), make('td', {}, count(clause.scenarios, 'scenario', 'scenarios') + ' exercised it'),
      make('td', {}, behind(column, section.id).map(found => make('div', {}, found.symptom)), clause.why));
  });
  const mutants = mutantsOf(documents, section.id);
  box.replaceChildren(rows.length ? make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Verdicts on ' + section.id }, make('table', {}, make('thead', {}, make('tr', {}, ['implementation', 'verdict', 'scenarios', 'symptoms'].map(text => make('th', { scope: 'col' }, text)))), make('tbody', {}, rows))) : make('p', { class: 'soft' }, 'No run asked for this clause.'), ...mutants);
}

function fitFilters(state) {
  byId('f-impl').replaceChildren(make('option', { value: '' }, 'all'), ...columns.map(column => make('option', { value: column.key }, column.label)));
  if (document.activeElement !== byId('f-q')) byId('f-q').value = state.q;
  for (const field of ['impl', 'level', 'show']) byId('f-' + field).value = state[field];
  byId('f-differ').checked = !!state.differ;
}

function goTo(state) {
  const target = state.clause ? byId(state.clause) : state.finding ? document.querySelector('#findings details[open]') : state.only ? byId('findings-section') : null;
  if (!target) return;
  if (state.clause && target.matches('details.clause')) { target.open = true; showVerdicts(target); }
  target.scrollIntoView();
  const focus = target.matches('details') ? target.querySelector('summary') : null;
  if (focus) focus.focus({ preventScroll: true });
}

function show(force) {
  const state = readState();
  const filters = hashOf({ ...state, clause: '', finding: '' });
  fitFilters(state);
  if (force || filters !== shownFor) {
    if (filters !== shownFor) pages = 1;
    shownFor = filters;
    showMatrix(state, columns, words);
    showFigures(state, columns);
    showCoverage(state, columns);
  }
  showFindings(state, columns, words);
}

function set(change) {
  history.replaceState(null, '', hashOf({ ...readState(), clause: '', finding: '', only: '', ...change }));
  show(false);
}

function showSections() {
  const there = ['answer', 'matrix', 'changes', 'findings', 'figures', 'coverage', 'clauses', 'add', 'strength'].map(name => byId('h-' + name)).filter(heading => !heading.closest('section').hidden);
  byId('sections').replaceChildren(make('ul', {}, there.map(heading => {
    const link = make('a', { href: '#' }, heading.textContent);
    link.addEventListener('click', event => { event.preventDefault(); const fold = heading.closest('details'); if (fold) fold.open = true; heading.tabIndex = -1; heading.focus(); heading.scrollIntoView(); });
    return make('li', {}, link);
  })));
}

function everything() {
  columns = columnsOf(documents);
  showAnswer(documents, columns);
  showChanges(documents, columns);
  showStrength(documents);
  show(true);
  showSections();
  document.querySelectorAll('details.clause').forEach(showVerdicts);
}

let waiting = 0;
byId('f-q').addEventListener('input', event => { clearTimeout(waiting); waiting = setTimeout(() => set({ q: event.target.value.trim() }), 120); });
for (const field of ['impl', 'level', 'show']) byId('f-' + field).addEventListener('change', event => set({ [field]: event.target.value }));
byId('f-differ').addEventListener('change', event => set({ differ: event.target.checked ? '1' : '' }));
byId('filters').addEventListener('submit', event => event.preventDefault());
byId('filters').addEventListener('reset', event => { event.preventDefault(); byId('f-q').value = ''; set({ q: '', impl: '', level: '', show: '', differ: '' }); });
document.querySelectorAll('details.clause').forEach(section => section.addEventListener('toggle', () => showVerdicts(section)));
byId('skip').addEventListener('click', event => { event.preventDefault(); byId('main').focus(); });
addEventListener('hashchange', () => { show(false); goTo(readState()); });

everything();
goTo(readState());
