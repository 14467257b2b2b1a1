// What an implementation does unlike another, and no clause forbids.
let differencePages = 1;

function differenceKey(column, difference) {
  return column.prefix + difference.witness.replace(/^deviations\//, '').replace(/\/witness\.json$/, '');
}

function differencesOf(columns) {
  return columns.flatMap(column => column.run.differences.map(one => ({ ...one, column, key: differenceKey(column, one),
    text: [one.symptom, one.shown ? one.shown.reason : '', column.label].join(' ').toLowerCase() })));
}

function differenceDetails(one) {
  const ids = [one.column.run.implementation.id, ...(one.shown ? [one.shown.other.id] : [])];
  const body = make('div', {});
  if (one.shown) {
    const { other, reason, evidence } = one.shown;
    body.append(make('dl', {}, fact('Happened', reason), fact('Seen with', one.column.run.implementation.name + ' ' + one.column.run.implementation.version), fact('The other', other.id + ' (' + other.name + ' ' + other.version + ')')));
    if (evidence && evidence.steps.length) body.append(make('h4', {}, 'The witness, step by step'), steps(evidence.steps, one.column.label, other.id));
    if (evidence && evidence.drawings.length) body.append(make('h4', {}, 'The memory'), ...evidence.drawings.map(memory));
  }
  body.append(...replay(one.witness, ids));
  if (one.column.local) body.append(beside(one));
  body.append(...files(one.shown && one.shown.evidence));
  return body;
}

function showDifferences(state, columns) {
  const all = differencesOf(columns);
  byId('differences-section').hidden = !all.length;
  if (!all.length) return;
  const wanted = all.filter(one => (!state.impl || one.column.key === state.impl) && (!state.q || one.text.includes(state.q.toLowerCase())));
  const linked = state.deviation ? all.find(one => one.key === state.deviation) : null;
  const rest = wanted.filter(one => one !== linked);
  const visible = rest.slice(0, differencePages * PAGE);
  const item = (one, open) => folded(one.key, make('summary', {}, one.symptom, ' ', make('span', { class: 'of' }, one.column.label)), () => differenceDetails(one), open);
  const box = byId('differences');
  box.replaceChildren(make('p', { class: 'soft', id: 'difference-count' }, count(wanted.length, 'difference', 'differences') + (wanted.length < all.length ? ' of ' + number(all.length) : '')
    + '. No clause forbids them; where one implementation replaces another, callers may depend on each.'));
  if (linked) box.append(item(linked, true));
  box.append(...visible.map(one => item(one, false)));
  more(box, visible, rest, () => { differencePages++; showDifferences(readState(), columns); });
}
