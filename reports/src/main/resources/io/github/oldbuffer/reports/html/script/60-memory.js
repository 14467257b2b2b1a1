// An exporter drawn as memory: the bytes that belong to its items, and what the call said about them.
const CELLS = 96, ROW = 24, SIDE = 24, HIGH = 54;

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

function told(drawing) {
  const pointer = { UNTOUCHED: 'not touched', NULL: 'NULL', ELSEWHERE: 'somewhere else', WITHIN: 'byte ' + (drawing.start + drawing.offset) }[drawing.pointer] || '?';
  const shape = drawing.shape.length ? drawing.shape.join(' x ') + ' items of ' : 'one item of ';
  return (drawing.readonly ? 'read-only, ' : 'writable, ') + shape + count(drawing.itemsize, 'byte', 'bytes') + ', strides ' + (drawing.strides.join(', ') || 'none')
    + (drawing.indirect ? ', through pointers' : '') + '; *buffer: ' + pointer + '; *buffer_len: ' + (drawing.returned < 0 ? 'not touched' : number(drawing.returned));
}

function memory(drawing) {
  const cells = Math.min(drawing.memory, CELLS);
  const caption = make('figcaption', {}, drawing.call + ': ' + told(drawing) + (drawing.memory > CELLS ? '. The first ' + CELLS + ' of ' + number(drawing.memory) + ' bytes are drawn.' : '.'));
  if (!cells) return make('figure', {}, caption);
  const item = new Map();
  offsets(drawing, CELLS).forEach((start, i) => { for (let b = 0; b < Math.min(drawing.itemsize, CELLS); b++) item.set(start + b, i); });
  const rows = Math.ceil(cells / ROW), width = Math.min(cells, ROW) * SIDE + 2;
  const svg = draw('svg', { viewBox: '0 0 ' + width + ' ' + rows * HIGH, width, height: rows * HIGH, role: 'img', 'aria-label': told(drawing) });
  const from = drawing.start + drawing.offset, to = from + drawing.returned;
  for (let b = 0; b < cells; b++) {
    const x = (b % ROW) * SIDE + 1, y = Math.floor(b / ROW) * HIGH + 14;
    svg.append(draw('rect', { x, y, width: SIDE, height: SIDE, class: item.has(b) ? 'item' : 'gap' }));
    if (item.has(b)) svg.append(draw('text', { x: x + SIDE / 2, y: y + 16, 'text-anchor': 'middle' }, String(item.get(b))));
    if (drawing.pointer === 'WITHIN' && b === from) svg.append(draw('path', { d: 'M' + (x + 4) + ' ' + (y - 12) + 'h10l-5 9z', class: 'point' }));
    if (drawing.pointer === 'WITHIN' && b >= from && b < to) svg.append(draw('path', { d: 'M' + x + ' ' + (y + SIDE + 5) + 'h' + SIDE, class: 'said' }));
  }
  return make('figure', {}, svg, caption);
}
