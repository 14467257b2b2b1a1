// What shows that a clause can fail: mutants, and how many scenarios it took to find them out.
const MOST_OF_BIN = [1, 3, 9, 27, 81, 243, 729];

// Of several reports the last that knows.
function strengthOf(documents) {
  return documents.map(document => document.results.strength).filter(Boolean).pop() || null;
}

function mutantsOf(documents, clause) {
  const strength = strengthOf(documents);
  const mutants = strength ? strength.mutants.filter(mutant => mutant.clause === clause) : [];
  if (!mutants.length) return [];
  const rows = mutants.map(mutant => make('tr', {}, make('th', { scope: 'row', class: 'mono' }, mutant.name), make('td', {}, mutant.sentence),
    make('td', { class: 'number' }, mutant.killed ? number(mutant.median) : '-'), make('td', { class: 'number' }, mutant.killed ? number(mutant.worst) : '-'),
    make('td', {}, mutant.killed + ' of ' + strength.seeds)));
  return [make('h4', {}, 'Mutants that show that it can fail'),
    make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Mutants of ' + clause }, make('table', { class: 'mutants' },
      make('thead', {}, make('tr', {}, ['mutant', 'what is wrong with it', 'scenarios needed', 'at worst', 'found out with seeds'].map(text => make('th', { scope: 'col' }, text)))), make('tbody', {}, rows))),
    make('p', { class: 'soft' }, 'See one fail:'), copyable(data.kit + ' run -i ' + quoted('mutant:' + mutants[0].name) + ' --clauses ' + quoted(clause))];
}

const bin = needed => { const at = MOST_OF_BIN.findIndex(most => needed <= most); return at < 0 ? MOST_OF_BIN.length : at; };

function heat(mutants, figure, label) {
  const counts = new Array(MOST_OF_BIN.length + 1).fill(0);
  for (const mutant of mutants) if (mutant.killed) counts[bin(mutant[figure])]++;
  return counts.map((times, i) => make('td', { class: times ? 'heat heat-' + Math.min(4, times) : 'heat', title: times ? count(times, 'mutant', 'mutants') + ', ' + label + ' ' + binName(i) : null }, times ? String(times) : ''));
}

const binName = i => i < MOST_OF_BIN.length ? '≤' + MOST_OF_BIN[i] : 'more';

function showStrength(documents) {
  const strength = strengthOf(documents);
  byId('strength-section').hidden = !strength;
  if (!strength) return;
  const { mutants, seeds, tries } = strength;
  const killed = mutants.filter(mutant => mutant.killed === seeds);
  const survived = mutants.filter(mutant => mutant.killed < seeds);
  const slowest = [...mutants].sort((a, b) => b.worst - a.worst)[0];
  const clauses = new Map();
  for (const mutant of mutants) clauses.set(mutant.clause, [...(clauses.get(mutant.clause) || []), mutant]);
  const head = figure => MOST_OF_BIN.concat(0).map((most, i) => make('th', { scope: 'col', 'aria-label': figure + ' ' + binName(i) }, binName(i)));
  const rows = [...clauses].map(([clause, own]) => make('tr', {}, make('th', { scope: 'row' }, make('a', { href: hashWith({ clause }), class: 'id' }, clause)),
    heat(own, 'median', 'half of the seeds needed'), make('td', { class: 'between' }), heat(own, 'worst', 'at worst'), survived.length ? make('td', {}, String(own.filter(mutant => mutant.killed < seeds).length || '')) : null));
  byId('strength').replaceChildren(
    make('p', {}, make('strong', {}, number(killed.length) + ' of ' + count(mutants.length, 'mutant', 'mutants')), ' (the model with one mistake each) ' + (killed.length === 1 ? 'was' : 'were') + ' found out by the clause that the mistake breaks, with each of ' + seeds
      + ' seeds and within ' + count(tries, 'scenario', 'scenarios') + '.' + (slowest && slowest.worst ? ' The one that took longest, ' + slowest.name + ', took ' + count(slowest.worst, 'scenario', 'scenarios') + '.' : '')),
    survived.length ? make('p', { class: 'warn' }, 'Not always found out: ' + survived.slice(0, 20).map(mutant => mutant.name).join(', ')) : '',
    make('div', { class: 'scroll heats', tabindex: 0, role: 'region', 'aria-label': 'Scenarios that it took to find mutants out, by clause' }, make('table', { class: 'heatmap' },
      make('caption', {}, 'How many mutants of a clause were found out within so many scenarios'),
      make('thead', {}, make('tr', {}, make('td', {}), make('th', { scope: 'colgroup', colspan: MOST_OF_BIN.length + 1 }, 'by half of the seeds'), make('td', {}), make('th', { scope: 'colgroup', colspan: MOST_OF_BIN.length + 1 }, 'by every seed'), survived.length ? make('td', {}) : null),
        make('tr', {}, make('th', { scope: 'col' }, 'clause'), head('by half of the seeds'), make('td', {}), head('by every seed'), survived.length ? make('th', { scope: 'col' }, 'missed') : null)),
      make('tbody', {}, rows))));
}
