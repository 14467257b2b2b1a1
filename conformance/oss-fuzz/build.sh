#!/bin/bash -eu
# Builds the fuzz targets of the Old Buffer kit into $OUT; OSS-Fuzz and ClusterFuzzLite run it in their images.
cd "$SRC/old-buffer"

# The kit's own tests have built it already, and say where it lies.
classpath=${OLDBUFFER_BUILT:-}
if [ -z "$classpath" ]; then
  mvn -B -ntp -q -DskipTests -pl conformance/commandline -am package
  built=conformance/commandline/target
  classpath=$built/classes:$(<$built/modules.txt):$(<$built/libraries.txt)
fi

"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$classpath" io.github.oldbuffer.fuzzing.engine.BuildForEngine \
  "$OUT" implementations/ports/faithful.c
