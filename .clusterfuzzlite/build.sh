#!/bin/bash -eu
# There is one build, that of OSS-Fuzz.
exec bash -eu "$SRC/old-buffer/conformance/oss-fuzz/build.sh"
