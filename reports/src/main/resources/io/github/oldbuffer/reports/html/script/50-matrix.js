// Implementations that leave room for whole statements beside the ids.
const FEW = 3;

const CELL_SHOWS = { new: ['new'], known: ['known'], open: ['open'] };

function showMatrix(state, columns, words) {
  const wanted = columns.filter(column => !state.impl || column.key === state.impl);
  const query = state.q.toLowerCase();
  const ids = [...new Set([...words.keys(), ...columns.flatMap(column => [...column.clauses.keys()])])]
    .filter(id => columns.some(column => column.clauses.has(id)));
  const rows = [];
  for (const id of ids) {
    const level = (words.get(id) || (columns.find(column => column.clauses.has(id)) || { clauses: new Map() }).clauses.get(id) || { level: '' }).level;
    if (state.level && level !== state.level) continue;
    const cells = wanted.map(column => cell(column, id));
    if (state.show && !cells.some(([kind]) => CELL_SHOWS[state.show].includes(kind))) continue;
    if (state.differ && new Set(cells.map(([, text]) => text)).size < 2) continue;
    const statement = words.has(id) ? words.get(id).statement : '';
    if (query && !(id + ' ' + level + ' ' + statement).toLowerCase().includes(query)
      && !wanted.some(column => column.findings.some(finding => finding.clause === id && finding.text.includes(query)))) continue;
    rows.push(make('tr', {}, make('th', { scope: 'row' }, make('a', { href: hashWith({ clause: id }), class: 'id', title: statement }, id)), make('td', { class: 'statement', title: statement }, statement),
      make('td', { class: 'level' }, level), cells.map(([kind, text, look], i) => make('td', {}, kind === 'holds' || kind === 'none' ? word(kind, text)
        // what was not exercised has no findings: its clause says why
        : make('a', { href: hashWith(kind === 'open' ? { clause: id } : { only: id, impl: wanted[i].key }), 'aria-label': id + ' ' + wanted[i].label + ': ' + text }, word(kind, text, look))))));
  }
  const head = make('tr', {}, make('th', { scope: 'col' }, 'clause'), make('th', { scope: 'col', class: 'statement' }, 'says'), make('th', { scope: 'col', class: 'level' }, 'level'),
    wanted.map(column => make('th', { scope: 'col' }, column.label, make('span', { class: 'soft' }, column.run.implementation.name + ' ' + column.run.implementation.version))));
  const table = make('table', { class: wanted.length > FEW ? 'matrix many' : 'matrix' }, make('thead', {}, head), make('tbody', {}, rows));
  byId('matrix').replaceChildren(make('p', { class: 'soft', id: 'matrix-count' }, count(rows.length, 'clause', 'clauses') + ', ' + count(wanted.length, 'implementation', 'implementations')),
    rows.length ? make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Matrix of clauses and implementations' }, table)
      : make('p', {}, 'No clause matches these filters.'));
}
