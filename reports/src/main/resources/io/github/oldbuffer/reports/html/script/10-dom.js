// Everything that is shown goes through these: text is only ever set as text, never read as markup.
const LONGEST_TEXT = 4000, LONGEST_PROGRAM = 100000;
const byId = id => document.getElementById(id);

function shown(text) {
  const whole = String(text);
  return whole.length > LONGEST_TEXT ? whole.slice(0, LONGEST_TEXT) + ' ... (' + whole.length + ' characters)' : whole;
}

function make(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== '') element.append(child instanceof Node ? child : shown(child));
  }
  return element;
}

const number = value => Number(value).toLocaleString('en-US');
const count = (value, one, many) => number(value) + ' ' + (value === 1 ? one : many);
const word = (kind, text, look) => make('span', { class: 'v v-' + kind + (look ? ' v-' + look : '') }, text);

// What is copied is the whole text, also where only what comes from an index on is shown.
function copyable(text, from) {
  const code = from ? make('code', {}, new Text(text.slice(from))) : make('code', {}, text.length > LONGEST_PROGRAM ? text : new Text(text));
  const pre = make('pre', { tabindex: 0 }, code);
  const button = make('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch (refused) {
      // a page from disk may not be allowed to: select, so that the keyboard can; what is selected is what is copied
      if (from) code.textContent = text;
      getSelection().selectAllChildren(pre);
      button.textContent = 'Selected';
    }
  });
  return make('div', { class: 'copy' }, pre, button);
}

// As one word of a shell's command line.
const quoted = text => /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'";
