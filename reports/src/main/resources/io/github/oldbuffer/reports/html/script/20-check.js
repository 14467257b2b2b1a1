// A file from elsewhere: whether it has what the page needs. Nothing in it becomes markup or a link, whatever it says.
const LARGEST_FILE = 64 * 1024 * 1024, MOST = 200000;
const IDENTITY = { id: '', name: '', version: '' };
const DRAWING = { call: '', memory: 0, start: 0, itemsize: 0, shape: [0], strides: [0], indirect: true, readonly: true, pointer: '', offset: 0, returned: 0 };
const FINDING = { id: '', kind: '', function: '', 'clause?': '', symptom: '', cause: { id: '', title: '' }, object: '', reason: '', 'signal?': '', 'other?': IDENTITY, witness: '', 'place?': { function: '', file: '', line: 0, first: 0, source: [''] }, known: true,
  'filed?': { reason: '', versions: '', 'since?': '', 'upstream?': '', 'expires?': '' },
  'evidence?': { scenario: {}, steps: [{ step: '', happened: '', model: '' }], drawings: [DRAWING], 'files?': { '*': '' } } };
const RESULTS = { kit: { version: '', seed: 0, tries: 0 },
  runs: [{ implementation: IDENTITY, scenarios: 0, unsupported: 0, clauses: [{ id: '', level: '', verdict: '', 'why?': '', scenarios: 0 }], findings: [FINDING],
    replayed: [{ function: '', 'clause?': '', symptoms: [''], stale: true }], 'broken?': '', 'measured?': { started: '', millis: 0 },
    'coverage?': { dimensions: [{ name: '', values: 0, missing: [''] }], pairs: [{ first: '', second: '', possible: 0, missing: [''] }], beyond: 0, deaths: [FINDING] } }],
  'command?': { words: [''] }, 'strength?': { tries: 0, seeds: 0, mutants: [{ name: '', clause: '', sentence: '', killed: 0, median: 0, worst: 0 }] } };
const KIND_WORDS = { string: 'text', number: 'a number', boolean: 'true or false' };

function fit(value, shape, at) {
  const expected = words => { throw new Error((at || 'the file') + ': expected ' + words); };
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) expected('a list');
    if (value.length > MOST) expected('at most ' + number(MOST) + ' entries');
    value.forEach((entry, i) => fit(entry, shape[0], at + '[' + i + ']'));
  } else if (typeof shape === 'object') {
    if (!value || typeof value !== 'object' || Array.isArray(value)) expected('an object');
    for (const [name, inner] of Object.entries(shape)) {
      const field = name.replace('?', ''), optional = name !== field;
      if (name === '*') Object.entries(value).forEach(([key, entry]) => fit(entry, inner, at + '.' + shown(key)));
      else if (!optional || (value[field] !== null && value[field] !== undefined)) fit(value[field], inner, at ? at + '.' + field : field);
    }
  } else if (typeof value !== typeof shape || value !== value) {
    expected(KIND_WORDS[typeof shape]);
  }
}

function checked(value) {
  const schema = value && typeof value === 'object' ? value.schema : undefined;
  if (schema === 1) throw new Error('schema: it is of version 1; ./conform report makes a page of it');
  if (schema !== 2) throw new Error('schema: this page reads version 2, found ' + shown(JSON.stringify(schema)).slice(0, 40));
  fit(value, RESULTS, '');
  return value;
}

// A seed has 64 bits, a number of JavaScript 53: it is kept as the digits that stand in the file.
function parsed(json) {
  const value = JSON.parse(json);
  const digits = /"kit"\s*:\s*\{[^{}]*?"seed"\s*:\s*(-?\d+)/.exec(json);
  if (digits && value && value.kit) value.kit.seedText = digits[1];
  return value;
}
