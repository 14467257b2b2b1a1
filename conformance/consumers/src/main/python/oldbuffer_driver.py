"""Serves the kit: reads a request from each line of standard input and answers with a line of JSON.

Usage: oldbuffer_driver.py MODULE, the extension module oldbuffer_consumer compiled for this interpreter.
Lines that begin with @ tell what is under way, lines that begin with ! where memory was touched that may not be.
"""

import gc
import json
import os
import resource
import sys


def load(path):
    from importlib.machinery import ExtensionFileLoader
    from importlib.util import module_from_spec, spec_from_file_location

    name = "oldbuffer_consumer"
    spec = spec_from_file_location(name, path, loader=ExtensionFileLoader(name, path))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def private_streams():
    """Descriptors for the protocol alone: what is judged finds standard input and output empty and leading nowhere.

    Standard error stays: where an assertion ends the process, it says there which.
    """
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    os.close(nothing)
    return os.fdopen(incoming, "r", encoding="utf-8"), outgoing


def crowded():
    """Whether half of the descriptors that there may be are open: what is called next would lack them, or its import."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    try:
        lowest = os.dup(0)
    except OSError:
        return True
    os.close(lowest)
    return most != resource.RLIM_INFINITY and lowest > most // 2


class Server:
    def __init__(self, module, out):
        self.module = module
        self.out = out
        self.calls = {}

    def say(self, text):
        oldbuffer_calls.end_copies()  # an import or a setup may fork, too
        data = (text + "\n").encode("utf-8", "backslashreplace")
        while data:
            data = data[os.write(self.out, data):]

    def call(self, request):
        key = (request["expression"], request["setup"])
        if key not in self.calls:
            if len(self.calls) > 64:
                self.calls.clear()
            self.calls[key] = oldbuffer_calls.Call(*key)
            if hasattr(gc, "freeze"):
                # modules and what they hold stay: a collection need not walk over them each time
                gc.collect()
                gc.freeze()
        return self.calls[key]

    def answer(self, request):
        what = request["ask"]
        if what == "paths":
            sys.path[:0] = [path for path in request["paths"] if path not in sys.path]
            return {}
        if what == "inspect":
            return oldbuffer_inspect.inspect(self.call(request), request["contents"], self.module.Exporter, self.say)
        if what == "run":
            call = self.call(request)
            return oldbuffer_observe.observe(
                call, request["scenario"], self.module.Exporter, lambda phase: self.say("@" + phase)
            )
        if what == "ordinary":
            return oldbuffer_ordinary.answer(self.call(request), request, self.say)
        if what == "modules":
            names = request["names"] or oldbuffer_modules.standard_library()
            return {"modules": [found for name in names for found in oldbuffer_modules.modules(name)]}
        if what == "targets":
            found, out = oldbuffer_modules.targets(request["name"], request["making"])
            return {"targets": found, "out": out, "file": oldbuffer_modules.file(request["name"])}
        if what == "makers":
            return {"made": oldbuffer_makers.Makers(request["name"], request["avoided"], self.say).search()}
        if what == "find":
            return {"found": oldbuffer_find.find(request["target"], request["avoided"], self.module.Exporter, self.say)}
        raise ValueError("there is no request " + what)

    def serve(self, lines):
        for line in lines:
            try:
                answer = self.answer(json.loads(line))
            except oldbuffer_calls.Misused as wrong:
                answer = {"misused": str(wrong)}
            except (oldbuffer_calls.Missing, oldbuffer_modules.Unlisted) as missing:
                answer = {"missing": str(missing)}
            if crowded():
                gc.collect()
                answer["spent"] = crowded()
            self.say(json.dumps(answer))


if __name__ == "__main__":
    # the kit's own folder is nothing that what is judged should find
    here = sys.path.pop(0)
    sys.path.insert(0, here)
    import oldbuffer_calls
    import oldbuffer_find
    import oldbuffer_inspect
    import oldbuffer_makers
    import oldbuffer_modules
    import oldbuffer_observe
    import oldbuffer_ordinary
    import oldbuffer_values

    sys.path.remove(here)
    extension = load(sys.argv[1])
    oldbuffer_values.begins = extension.begins
    incoming, outgoing = private_streams()
    server = Server(extension, outgoing)
    extension.watch(outgoing)
    server.say(json.dumps({"ready": list(sys.version_info[:3])}))
    server.serve(incoming)
