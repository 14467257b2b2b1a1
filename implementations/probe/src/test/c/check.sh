#!/bin/sh
# Builds the probe for one Python and checks it: behaviour by the extension module, then, where the Python has a shared
# library, mutated batches under the address and undefined-behaviour sanitizers, and the speed without them.
#
#     check.sh /path/to/python3 [RUNS]
set -eu
python=$1
runs=${2:-5000}
tests=$(cd "$(dirname "$0")" && pwd)
sources=$tests/../../main/c
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export PYTHONDONTWRITEBYTECODE=1

ask() {
    "$python" -c "import sys, sysconfig; print($1)"
}

include=$(ask "sysconfig.get_path('include')")
library=$(ask "sysconfig.get_config_var('LIBDIR') + '/' + sysconfig.get_config_var('INSTSONAME')")
shared=$(cd "$sources" && ls ./*.c | grep -v /host_)
flags="-std=c99 -Wall -Wextra -Werror -fPIC -fvisibility=hidden"
sanitizers="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined"

compile() { # compiles, in the folder of the sources
    (cd "$sources" && "${CC:-cc}" $flags "$@" -ldl)
}

compile -O2 -shared -I"$include" $shared host_module.c -o "$out/oldbuffer_probe.so"
compile -O2 -shared -fvisibility=default -I"$include" "$tests/port.c" -o "$out/port.so"
"$python" "$tests/behaviour.py" "$out"

[ -f "$library" ] || exit 0
PYTHONHOME=$(ask sys.prefix)
mkdir "$out/batches"
"$python" "$tests/generate.py" 20261122 500 "$out/batches"
export PYTHONHOME
compile $sanitizers -shared -I"$include" $shared host_embed.c -o "$out/checked-probe.so"
compile $sanitizers -rdynamic -D_POSIX_C_SOURCE=200809L "$tests"/driver/*.c -o "$out/checked-driver"
# What Python itself allocates is Python's business, and 2^40 bytes may be refused.
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 PYTHONMALLOC=malloc \
    "$out/checked-driver" "$library" - "$out/checked-probe.so" fuzz "$out/port.so" 7 "$runs" "$out"/batches/*
compile -O2 -shared -I"$include" $shared host_embed.c -o "$out/probe.so"
compile -O2 -rdynamic -D_POSIX_C_SOURCE=200809L "$tests"/driver/*.c -o "$out/driver"
"$out/driver" "$library" - "$out/probe.so" speed 1
