// What reports that were dropped here show and the one before does not, or the other way round; nobody knows here whether both
// were asked the same. What became different between the reports that the page was made of stands in the page.
// Another version of the same: the only one in each report whose id is the same up to the colon.
function relative(column, before, after) {
  const family = one => one.run.implementation.id.split(':', 1)[0];
  const then = before.filter(other => family(other) === family(column)), now = after.filter(other => family(other) === family(column));
  return then.length === 1 && now.length === 1 ? then[0] : null;
}

function showChanges(documents, columns) {
  const pairs = [];
  for (let i = 1; i < documents.length; i++) {
    if (documents[i].local) continue;
    const before = columns.filter(column => column.key.startsWith(i - 1 + '.')), after = columns.filter(column => column.key.startsWith(i + '.'));
    for (const column of after) {
      const same = before.find(other => other.run.implementation.id === column.run.implementation.id) || (before.length === 1 && after.length === 1 ? before[0] : relative(column, before, after));
      if (same) pairs.push([same, column]);
    }
  }
  byId('changes-section').hidden = documents.length < 2 && !byId('changes-told').childElementCount;
  byId('changes').replaceChildren(...pairs.map(([before, after]) => {
    const told = [];
    for (const id of new Set([...before.clauses.keys(), ...after.clauses.keys()])) {
      const then = cell(before, id), now = cell(after, id);
      if (then[1] !== now[1]) told.push(make('li', {}, make('span', { class: 'id' }, id), ' ', word(...then), ' and ', word(...now)));
    }
    const name = finding => finding.heading + ' ' + finding.symptom;
    const old = new Set(before.findings.map(name)), fresh = new Set(after.findings.map(name));
    for (const finding of fresh) if (!old.has(finding)) told.push(make('li', {}, 'only in ' + after.label + ': ' + finding));
    for (const finding of old) if (!fresh.has(finding)) told.push(make('li', {}, 'only in ' + before.label + ': ' + finding));
    return make('div', {}, make('h3', {}, before.label + ', and ' + after.label), told.length ? make('ul', {}, told.slice(0, 500)) : make('p', {}, 'Both show the same.'));
  }));
  if (documents.length > 1 && !pairs.length && !byId('changes-told').querySelector('h3')) byId('changes').append(make('p', {}, 'These reports have no implementation in common; the matrix shows them side by side.'));
}
