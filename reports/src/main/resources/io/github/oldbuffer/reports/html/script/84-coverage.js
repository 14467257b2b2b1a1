// Which part of the space of scenarios a run covered: a line for each run, and a picture of the dimensions for one of them.
const MOST_MISSING = 200;

function share(part, whole) {
  // rounded down: only the whole is 100 %
  return whole ? (part === whole ? '100 %' : (Math.floor(1000 * part / whole) / 10).toFixed(1) + ' %') : '100 %';
}

function coverageSums(coverage) {
  const sum = (list, size) => list.reduce((total, entry) => [total[0] + entry[size] - entry.missing.length, total[1] + entry[size]], [0, 0]);
  return { values: sum(coverage.dimensions, 'values'), pairs: sum(coverage.pairs, 'possible') };
}

function missingOf(entry) {
  const cut = entry.missing.slice(0, MOST_MISSING).join('; ');
  return entry.missing.length > MOST_MISSING ? cut + '; and ' + number(entry.missing.length - MOST_MISSING) + ' more, in results.json' : cut;
}

function regionTable(label, heads, rows) {
  return make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, make('table', {}, make('thead', {}, make('tr', {}, heads.map(text => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, rows.map(([name, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, name), cells.map(text => make('td', {}, text)))))));
}

// A triangle: a dimension's values on its diagonal, with its name beside them, and below each other dimension the pairs.
function coverageGrid(coverage, label) {
  const left = 104, width = 60, height = 26, size = coverage.dimensions.length;
  const cellOf = (row, at, entry, of) => {
    const covered = entry[of] - entry.missing.length, x = left + at * width, y = row * height;
    return draw('g', {}, draw('title', {}, (entry.name || entry.first + ' and ' + entry.second) + ': ' + number(covered) + ' of ' + number(entry[of])),
      draw('rect', { class: 'gap', x, y, width, height }), draw('rect', { class: 'item', x, y, width, height, 'fill-opacity': entry[of] ? (covered / entry[of]) ** 3 : 1 }),
      draw('text', { x: x + width / 2, y: y + 17, 'text-anchor': 'middle' }, share(covered, entry[of])));
  };
  const index = new Map(coverage.dimensions.map((dimension, i) => [dimension.name, i]));
  const cells = coverage.dimensions.map((dimension, i) => draw('g', {}, draw('text', { x: left - 8, y: i * height + 17, 'text-anchor': 'end' }, dimension.name), cellOf(i, i, dimension, 'values'),
    draw('text', { x: left + (i + 1) * width + 6, y: i * height + 17 }, dimension.name)));
  for (const pair of coverage.pairs) {
    const one = index.get(pair.first), other = index.get(pair.second);
    cells.push(cellOf(Math.max(one, other), Math.min(one, other), pair, 'possible'));
  }
  const sums = coverageSums(coverage);
  return make('figure', {}, draw('svg', { role: 'img', viewBox: '0 0 ' + (left + size * width + 100) + ' ' + size * height, width: left + size * width + 100, height: size * height,
    'aria-label': 'Coverage of the space of scenarios by ' + label + ', dimension by dimension: ' + share(...sums.values) + ' of the values, ' + share(...sums.pairs) + ' of the pairs; the table below has the figures' }, cells),
    make('figcaption', {}, 'Values on the diagonal, pairs of values of two dimensions below it.'));
}

function showCoverage(state, columns) {
  const told = columns.filter(column => column.run.coverage && (!state.impl || column.key === state.impl));
  byId('coverage-section').hidden = !told.length;
  if (!told.length) return;
  const lines = told.map(column => {
    const coverage = column.run.coverage, sums = coverageSums(coverage);
    return [column.label, share(...sums.values) + ' of ' + number(sums.values[1]), share(...sums.pairs) + ' of ' + number(sums.pairs[1]), number(coverage.beyond), coverage.deaths.map(death => make('div', {}, death.symptom, ' ', make('code', {}, death.witness)))];
  });
  const { label, run: { coverage } } = told[0];
  const entries = [...coverage.dimensions.map(entry => [entry.name, entry, entry.values]), ...coverage.pairs.map(entry => [entry.first + ', ' + entry.second, entry, entry.possible])];
  const missing = entries.filter(([, entry]) => entry.missing.length);
  byId('coverage').replaceChildren(
    make('p', { class: 'soft' }, 'Possible is what the sweep of bound 1 covers. Scenarios that no clause speaks of (NULL arguments, a pending exception, unlawful exporters) are run and not judged; deaths in these do not affect the verdict.'),
    regionTable('Coverage by implementation', ['implementation', 'values', 'pairs', 'scenarios beyond the clauses', 'died there'], lines),
    make('h3', {}, told.length > 1 ? label + ' (choose another in the filters above)' : label),
    coverageGrid(coverage, label),
    make('details', {}, make('summary', {}, make('h3', {}, 'What ' + label + ' did not cover: ' + count(missing.reduce((sum, [, entry]) => sum + entry.missing.length, 0), 'value or pair', 'values and pairs'))),
      regionTable('Values and pairs that were not covered', ['of', 'possible', 'covered', 'missing'], entries.map(([name, entry, all]) => [name, number(all), share(all - entry.missing.length, all), missingOf(entry)]))));
}
