// Ten thousand findings: a page of them at a time, by cause, and each one's details when somebody opens it.
const PAGE = 100;
let pages = 1;

// Where this page is, so that commands work wherever they are typed.
const HOME = location.protocol === 'file:' ? decodeURIComponent(location.pathname).replace(/[^/]*$/, '') : '';

function onFile({ known, filed, column }) {
  if (!known || !filed) return fact('New', 'No entry on file covers it.');
  const { reason, versions, since, upstream, expires } = filed;
  // text that only looks like a link stays text, and so does what a file from elsewhere says
  const place = column.local && upstream && /^https?:\/\/[^\s]+$/.test(upstream) ? make('a', { href: upstream, rel: 'noreferrer noopener' }, upstream) : upstream;
  return [...fact('Known', reason || 'on file without a reason'), ...fact('On file', (since ? 'since ' + since : 'nobody noted since when') + (versions ? ', for versions ' + versions : '')),
    ...fact('Upstream', place), ...fact('Counts until', expires)];
}

// How to see it again: its folder lies beside this page, but for files from elsewhere.
function replay({ column, evidence, other, witness }) {
  if (!evidence) return [];
  const folder = witness.replace(/\/[^/]*$/, '');
  const ids = [column.run.implementation.id, ...(other ? [other.id] : [])];
  return [make('h4', {}, 'See it again'), column.local ? copyable(data.kit + ' replay ' + quoted(HOME + folder)) : copyable(data.kit + ' replay witness.json' + ids.map(id => ' -i ' + quoted(id)).join('')),
    column.local ? make('p', {}, make('a', { href: folder + '/README.md' }, make('code', {}, folder)), ' has the witness, and programs that show it without the kit where there are any.')
      : make('p', { class: 'soft' }, 'with the witness below in a file of that name')];
}

// Programs that need no kit, and the witness, to copy.
function files(evidence) {
  if (!evidence) return [];
  const programs = Object.entries(evidence.files || {}).flatMap(([name, words]) => {
    // what comes before is the same in every program
    const from = Math.max(0, words.search(/^static \w+ repeat\(/m)), before = words.slice(0, from).split('\n').length - 1;
    return [make('h4', {}, name), from ? make('p', { class: 'soft' }, 'Without its first ' + count(before, 'line', 'lines') + '; Copy gives all of it.') : null, copyable(words, from)].filter(Boolean);
  });
  return [...programs, make('h4', {}, 'The witness as a file'), copyable(JSON.stringify(evidence.scenario, null, 1))];
}

// The line of the source at which a search may begin, and those around it.
function where({ function: name, file, line, first, source }) {
  const lines = source.map((text, i) => (first + i === line ? '> ' : '  ') + String(first + i).padStart(4) + '  ' + text);
  return [make('h4', {}, 'Where to look'), make('p', {}, 'In ', make('code', {}, name), ', ', make('code', {}, file + ':' + line)), ...(lines.length ? [make('pre', {}, lines.join('\n'))] : [])];
}

function details(finding, words) {
  const clause = words.get(finding.clause), { column, evidence, other } = finding;
  const who = column.run.implementation;
  const body = make('div', {}, make('dl', {},
    finding.clause ? [make('dt', {}, 'Expected'), make('dd', {}, clause ? clause.statement + ' ' : '', make('a', { href: hashWith({ clause: finding.clause }) }, 'Clause ' + finding.clause))] : [],
    fact('Happened', finding.reason), fact('Signal', finding.signal), fact('Function', finding.function), fact('Object', finding.object), onFile(finding),
    clause ? fact('Look at', clause.lookAt) : [],
    fact('Seen with', who.name + ' ' + who.version + ', kit ' + column.results.kit.version + ', seed ' + (column.results.kit.seedText || column.results.kit.seed)),
    other ? fact('The other', other.id + ' (' + other.name + ' ' + other.version + ')') : []));
  if (finding.place) body.append(...where(finding.place));
  if (evidence && evidence.steps.length) body.append(make('h4', {}, 'The witness, step by step'), steps(evidence.steps, other ? column.label : 'this implementation', other ? other.id : 'the model'));
  if (evidence && evidence.drawings.length) body.append(make('h4', {}, 'The memory'), ...evidence.drawings.map(memory));
  body.append(...replay(finding), ...files(evidence));
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

// A finding is built when somebody opens it, and the address then names it.
function findingOf(finding, words, open) {
  const item = make('details', { 'data-key': finding.key }, make('summary', {}, word(finding.known ? 'known' : 'new', finding.known ? 'known' : 'NEW'),
    ' ', finding.kind === 'DEATH' ? word(finding.known ? 'known' : 'new', finding.heading, 'died') : make('span', { class: 'id' }, finding.heading), ' ', finding.symptom, ' ', make('span', { class: 'of' }, finding.column.label)));
  const build = () => { if (item.children.length === 1) item.append(details(finding, words)); };
  item.addEventListener('toggle', () => {
    if (item.open) build();
    const state = readState();
    if (item.open ? state.finding !== finding.key : state.finding === finding.key) history.replaceState(null, '', hashOf({ ...state, finding: item.open ? finding.key : '' }));
  });
  if (open) { build(); item.open = true; }
  return item;
}

function groupOf(group, shownOf, words, opened) {
  const fresh = group.filter(finding => !finding.known).length;
  const told = [counted(fresh, 'new', 'new'), counted(group.length - fresh, 'known', 'known')].filter(Boolean).join(', ');
  return make('section', { class: 'group' }, make('h3', {}, group[0].cause.title, ' ', make('span', { class: 'of' }, told)),
    group.every(finding => finding.kind === 'DIFFERENCE') ? make('p', { class: 'soft' }, 'No clause forbids a difference; where one implementation replaces another, callers may depend on it.') : null,
    shownOf.map(finding => findingOf(finding, words, finding === opened)));
}

function showFindings(state, columns, words) {
  const all = columns.flatMap(column => column.findings);
  const linked = state.finding ? all.find(finding => finding.key === state.finding) : null;
  const list = all.filter(finding => finding === linked || matches(state, finding));
  const groups = groupsOf(list);
  // what a link leads to comes first, with its cause
  if (linked) groups.sort((a, b) => b.includes(linked) - a.includes(linked));
  // a verdict leads to what is behind it, opened
  const opened = linked || (state.only && groups.length ? groups[0][0] : null);
  const box = byId('findings');
  box.replaceChildren(make('p', { class: 'soft', id: 'finding-count', role: 'status' }, count(list.length, 'finding', 'findings') + (list.length < all.length ? ' of ' + number(all.length) : '') + ', ' + count(groups.length, 'cause', 'causes')));
  if (state.only) box.append(make('p', {}, 'Only ' + state.only + '. ', make('a', { href: hashWith({ only: '', impl: '' }) }, 'Show all')));
  let left = pages * PAGE;
  for (const group of groups) {
    if (left <= 0) break;
    const first = group.includes(linked) ? [linked, ...group.filter(finding => finding !== linked)] : group;
    box.append(groupOf(group, first.slice(0, left), words, opened));
    left -= group.length;
  }
  if (left >= 0) return;
  const button = make('button', { type: 'button', class: 'more' }, 'Show ' + Math.min(PAGE, list.length - pages * PAGE) + ' more');
  button.addEventListener('click', () => { pages++; showFindings(readState(), columns, words); });
  box.append(button);
}
