// Filters and the open finding live behind the # of the address: links and the back button lead where they should.
const FIELDS = ['q', 'impl', 'level', 'show', 'differ', 'only', 'clause', 'finding'];

function readState() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(FIELDS.map(field => [field, given.get(field) || '']));
}

function hashOf(state) {
  const set = new URLSearchParams();
  for (const field of FIELDS) if (state[field]) set.set(field, state[field]);
  return '#' + set.toString();
}

const hashWith = change => hashOf({ ...readState(), clause: '', finding: '', ...change });

function matches(state, finding) {
  return (!state.impl || finding.column.key === state.impl) && (!state.level || finding.level === state.level)
    && (!state.only || behind(finding.column, state.only).includes(finding)) && (!state.q || finding.text.includes(state.q.toLowerCase()))
    && (!state.show || (state.show === 'new' && !finding.known) || (state.show === 'known' && finding.known));
}
