// What shows a finding, and what is on file about it.
const drawing = (v, at) => ({ call: text(object(v, at).call, at + '.call'), memory: whole(v.memory, at), start: whole(v.start, at), itemsize: whole(v.itemsize, at),
  shape: list(v.shape, at + '.shape', whole), strides: list(v.strides, at + '.strides', whole), indirect: v.indirect === true, readonly: v.readonly === true,
  pointer: text(v.pointer, at), offset: whole(v.offset, at), returned: whole(v.returned, at) });

const evidence = (v, at) => ({ scenario: object(v.scenario, at + '.scenario'),
  steps: list(v.steps, at + '.steps', (s, here) => ({ step: text(object(s, here).step, here), happened: text(s.happened, here), model: text(s.model, here) })),
  drawings: list(v.drawings, at + '.drawings', drawing),
  attached: later(v.attached, at + '.attached', (a, here) => Object.entries(object(a.texts, here + '.texts')).slice(0, 16).map(([name, words]) => ({ name, words: text(words, here + '.texts') }))) });

const filed = (v, at) => ({ versions: text(v.versions, at + '.versions'), since: day(v.since, at + '.since'), expires: day(v.expires, at + '.expires'),
  upstream: typeof v.upstream === 'string' ? v.upstream : null });

const found = (v, at) => ({ symptom: text(object(v, at).symptom, at + '.symptom'), known: v.known === true, why: typeof v.why === 'string' ? v.why : null,
  filed: later(v.filed, at + '.filed', filed), witness: path(v.witness, at + '.witness'), evidence: later(v.evidence, at + '.evidence', evidence) });

const difference = (v, at) => ({ symptom: text(object(v, at).symptom, at + '.symptom'), witness: path(v.witness, at + '.witness'),
  shown: later(v.shown, at + '.shown', (s, here) => ({ other: identity(s.other, here + '.other'), reason: text(s.reason, here + '.reason'), evidence: later(s.evidence, here + '.evidence', evidence) })) });
