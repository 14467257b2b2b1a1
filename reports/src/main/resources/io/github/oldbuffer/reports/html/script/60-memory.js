// An exporter drawn as memory: the bytes that belong to its items, and what the call said about them.
const CELLS = 96, ROW = 16, SIDE = 24, HIGH = 66, TOP = 20;

// Where the first items begin, in bytes of the memory.
function offsets(drawing, most) {
  const found = [];
  const items = drawing.shape.reduce((product, extent) => product * extent, 1);
  const index = drawing.shape.map(() => 0);
  for (let item = 0; item < Math.min(items, most); item++) {
    found.push(index.reduce((sum, at, i) => sum + at * drawing.strides[i], drawing.start));
    for (let i = index.length - 1; i >= 0; i--) {
      if (++index[i] < drawing.shape[i]) break;
      index[i] = 0;
    }
  }
  return found;
}

// The item that each drawn byte belongs to.
function itemsOf(drawing, cells) {
  const items = new Map();
  offsets(drawing, CELLS).forEach((start, i) => {
    for (let b = 0; b < Math.min(drawing.itemsize, CELLS); b++) if (start + b >= 0 && start + b < cells) items.set(start + b, i);
  });
  return items;
}

function segments(items) {
  return [...items.keys()].filter(at => !items.has(at - 1)).length;
}

function offered(drawing, items) {
  const shape = drawing.shape.length ? drawing.shape.join(' x ') + (drawing.shape.reduce((product, extent) => product * extent, 1) === 1 ? ' item of ' : ' items of ') : 'one item of ';
  const pieces = drawing.indirect ? 'reached through pointers' : drawing.memory > CELLS || !items.size ? '' : count(segments(items), 'segment', 'segments');
  return [count(drawing.memory, 'byte', 'bytes'), drawing.readonly ? 'read-only' : 'writable', shape + count(drawing.itemsize, 'byte', 'bytes'),
    drawing.strides.length ? 'strides ' + drawing.strides.join(', ') : '', pieces].filter(Boolean).join(', ');
}

function told(drawing) {
  const pointer = { UNTOUCHED: 'not touched', NULL: 'NULL', ELSEWHERE: 'somewhere else', WITHIN: 'byte ' + (drawing.start + drawing.offset) }[drawing.pointer] || '?';
  return '*buffer: ' + pointer + '; *buffer_len: ' + (drawing.returned < 0 ? 'not touched' : number(drawing.returned));
}

function legend(drawing) {
  const sign = (kind, words) => make('span', { class: 'sign' }, make('span', { class: 'swatch swatch-' + kind, 'aria-hidden': 'true' }), words);
  return make('p', { class: 'soft signs' }, sign('item', 'bytes of items, with the number of the item'), sign('gap', 'other bytes'),
    drawing.pointer === 'WITHIN' ? sign('said', 'what the call returned') : null);
}

function memory(drawing) {
  const cells = Math.min(drawing.memory, CELLS);
  const items = itemsOf(drawing, cells);
  const caption = make('figcaption', {}, make('code', {}, drawing.call), make('br'), 'The memory: ' + offered(drawing, items) + (drawing.memory > CELLS ? '; the first ' + CELLS + ' bytes are drawn' : '') + '.',
    make('br'), 'The call said: ' + told(drawing) + '.');
  if (!cells) return make('figure', {}, caption);
  const rows = Math.ceil(cells / ROW), width = Math.max(Math.min(cells, ROW) * SIDE + 2, 90);
  const svg = draw('svg', { viewBox: '0 0 ' + width + ' ' + rows * HIGH, width, height: rows * HIGH, role: 'img', 'aria-label': offered(drawing, items) + '; ' + told(drawing) });
  const within = drawing.pointer === 'WITHIN', from = drawing.start + drawing.offset, to = from + drawing.returned;
  for (let b = 0; b < cells; b++) {
    const x = (b % ROW) * SIDE + 1, y = Math.floor(b / ROW) * HIGH + TOP;
    svg.append(draw('rect', { x, y, width: SIDE, height: SIDE, class: items.has(b) ? 'item' : 'gap' }));
    if (items.has(b)) svg.append(draw('text', { x: x + SIDE / 2, y: y + 16, 'text-anchor': 'middle' }, String(items.get(b))));
    if (b % 8 === 0) svg.append(draw('text', { x: x + 1, y: y + SIDE + 17, class: 'offset' }, String(b)));
    if (within && b === from) {
      const late = b % ROW > ROW - 4;
      svg.append(draw('path', { d: 'M' + (x + 7) + ' ' + (y - 10) + 'h10l-5 9z', class: 'point' }), draw('text', { x: late ? x + 4 : x + 20, y: y - 4, 'text-anchor': late ? 'end' : 'start', class: 'pointer' }, '*buffer'));
    }
    if (within && b >= from && b < to) svg.append(draw('path', { d: 'M' + x + ' ' + (y + SIDE + 4) + 'h' + SIDE, class: 'said' }));
  }
  return make('figure', {}, svg, legend(drawing), caption);
}
