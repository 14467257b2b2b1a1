// Results from elsewhere: read here, sent nowhere.
async function add(files) {
  const told = [];
  for (const file of files) {
    try {
      if (file.size > LARGEST_FILE) throw new Error('it is larger than ' + LARGEST_FILE / 1048576 + ' MiB');
      const results = checked(parsed(await file.text()));
      documents.push({ name: file.name.slice(0, 60), results });
      told.push(file.name + ' was added: ' + count(results.runs.length, 'run', 'runs') + '.');
    } catch (refused) {
      told.push(file.name + ' was not added: ' + (refused instanceof SyntaxError ? 'it is not JSON, or ends too early' : refused.message) + '.');
    }
  }
  everything();
  byId('status').textContent = shown(told.join(' '));
  byId('status').scrollIntoView({ block: 'center' });
}

byId('add').addEventListener('change', event => { add([...event.target.files]); event.target.value = ''; });
addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('dropping'); });
addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
addEventListener('drop', event => { event.preventDefault(); document.body.classList.remove('dropping'); add([...event.dataTransfer.files]); });
