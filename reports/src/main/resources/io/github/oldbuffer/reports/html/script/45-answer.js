// The answer: who conforms, what is new, what made the results, and what repeats them.
const MOST_NEW = 5;

function fact(name, value) {
  return value ? [make('dt', {}, name), make('dd', {}, value)] : [];
}

// What repeats a report's results; results of older kits do not say.
function repeated({ command, kit, runs }) {
  if (command) return data.kit + ' ' + command.words.map(quoted).join(' ');
  const ids = runs.map(run => run.implementation.id);
  if (!ids.length || ids.length > 10 || ids.some(id => id.startsWith('port:'))) return null;
  return data.kit + ' run' + ids.map(id => ' -i ' + quoted(id)).join('') + ' --tries ' + kit.tries + ' --seed ' + kit.seed;
}

function took({ command, runs }) {
  const times = runs.map(run => run.measured && run.measured.millis).filter(Boolean);
  if (!times.length) return null;
  // the two sides of a diff run at the same time
  const millis = command && command.words[0] === 'diff' ? Math.max(...times) : times.reduce((sum, time) => sum + time, 0);
  return (millis < 9950 ? (millis / 1000).toFixed(1) : number(Math.round(millis / 1000))) + ' s';
}

// What is new, a line for each cause.
function freshOf(column) {
  const groups = groupsOf(column.findings.filter(finding => !finding.known && finding.counts));
  if (!groups.length) return null;
  const line = ([first, ...others]) => make('li', {}, word('new', 'NEW'), ' ',
    make('a', { href: hashOf({ finding: first.key }) }, make('span', { class: 'id' }, first.heading), ' ', others.length ? first.cause.title : first.symptom), others.length ? ' (' + count(others.length + 1, 'finding', 'findings') + ')' : '');
  return make('ul', { class: 'fresh' }, groups.slice(0, MOST_NEW).map(line),
    groups.length > MOST_NEW ? make('li', {}, make('a', { href: hashOf({ show: 'new', impl: column.key }) }, 'and ' + count(groups.length - MOST_NEW, 'cause', 'causes') + ' more')) : null);
}

function answerOf(column, several) {
  const [kind, sentence] = answer(column);
  const who = column.run.implementation;
  return [kind, make('li', { class: kind }, make('strong', {}, column.label), ' (' + who.name + ' ' + who.version + ') ' + sentence, column.run.broken ? make('p', { class: 'soft' }, 'Not judged in full: ' + column.run.broken) : null, several ? null : freshOf(column))];
}

function made({ name, results }, several) {
  const { command, kit, runs } = results;
  const drawn = !command || command.words.includes('--seed');
  const repeat = repeated(results);
  const started = runs.map(run => run.measured && run.measured.started).filter(Boolean)[0];
  return make('div', {}, several ? make('h3', {}, name) : null, make('dl', { class: 'facts' }, [
    fact('Kit', kit.version), fact('Seed', drawn && (kit.seedText || kit.seed)), fact('Tries', drawn && number(kit.tries) + ' for each clause'),
    fact('Scenarios', number(runs.reduce((sum, run) => sum + run.scenarios, 0))), fact('Started', started && started.replace('T', ' ').replace('Z', ' UTC')), fact('Took', took(results))]
    .filter(told => told.length).map(told => make('div', {}, told))),
  repeat ? make('div', {}, make('p', { class: 'soft' }, 'To repeat it:'), copyable(repeat)) : null);
}

function showAnswer(documents, columns) {
  const order = { bad: 0, open: 1, known: 2, good: 3 };
  const answers = columns.map(column => answerOf(column, columns.length > 8)).sort((a, b) => order[a[0]] - order[b[0]]);
  const lines = make('ul', { class: 'answers' }, answers.map(([, line]) => line));
  const box = byId('answer');
  box.replaceChildren();
  const stale = columns.flatMap(column => column.run.replayed.filter(entry => entry.stale).map(entry => column.label + ': ' + (entry.clause || entry.function) + ' ' + entry.symptoms.join('; ')));
  if (stale.length) box.append(make('div', { class: 'warn' }, 'On file, and deviates no more: ' + stale.slice(0, 20).join('; ')));
  if (answers.length > 8) {
    const good = answers.filter(([kind]) => kind === 'good' || kind === 'known').length;
    const known = answers.filter(([kind]) => kind === 'known').length;
    box.append(make('p', { class: 'answer-of-many' }, make('strong', {}, number(good) + ' of ' + number(answers.length) + ' conform' + (known ? ', ' + number(known) + ' with known deviations.' : '.'))),
      make('details', {}, make('summary', {}, 'Implementation by implementation'), lines));
  } else {
    box.append(lines);
  }
  byId('made').replaceChildren(...documents.map(document => made(document, documents.length > 1)));
}
