function bar(value, most) {
  const width = most ? Math.max(1, Math.round(220 * value / most)) : 0;
  return draw('svg', { viewBox: '0 0 220 14', width: 220, height: 14, 'aria-hidden': 'true' }, draw('rect', { class: 'bar', x: 0, y: 2, width, height: 10, rx: 2 }));
}

// Figures that are open stay open when the filters change; the first of a few implementations begin so.
const unfolded = new Map();

function bars(name, heading, caption, rows) {
  const most = Math.max(0, ...rows.map(row => row.value));
  const open = unfolded.has(name) ? unfolded.get(name) : name !== 'clauses' && rows.length <= 12;
  const item = make('details', { open: open ? '' : null }, make('summary', {}, make('h3', {}, heading)), make('p', { class: 'soft' }, caption),
    make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': heading }, make('table', {}, make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'of'), make('th', { scope: 'col' }, 'number'), make('th', { scope: 'col' }, 'bar'))),
      make('tbody', {}, rows.map(row => make('tr', {}, make('th', { scope: 'row' }, row.name), make('td', {}, number(row.value)), make('td', {}, bar(row.value, most))))))));
  item.addEventListener('toggle', () => unfolded.set(name, item.open));
  return item;
}

function showFigures(state, columns) {
  const wanted = columns.filter(column => !state.impl || column.key === state.impl);
  const box = byId('figures');
  const timed = wanted.filter(column => column.run.measured && column.run.measured.millis > 0);
  box.replaceChildren();
  // a bar that has no other beside it says nothing
  if (wanted.length > 1) box.append(bars('scenarios', 'Scenarios run', 'By implementation; unsupported ones are counted, and judge nothing.', wanted.map(column => ({ name: column.label + (column.run.unsupported ? ' (' + number(column.run.unsupported) + ' unsupported)' : ''), value: column.run.scenarios }))));
  if (timed.length > 1) box.append(bars('speed', 'Scenarios a second', 'The whole run, shrinking and replaying included.', timed.map(column => ({ name: column.label, value: Math.round(1000 * column.run.scenarios / column.run.measured.millis) }))));
  const one = wanted[0];
  if (one) box.append(bars('clauses', 'Scenarios that exercised each clause: ' + one.label, 'Choose another implementation in the filters above.', one.run.clauses.map(clause => ({ name: clause.id, value: clause.scenarios }))));
}
