package io.github.oldbuffer.consumers.reproduce;

import io.github.oldbuffer.probe.ResourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The kit's exporter as one C file. */
final class ExporterSource {

    private static final List<String> ORDER = List.of(
            "guarded.h",
            "exporter.h",
            "fault.h",
            "request.h",
            "guarded.c",
            "exporter_buffer.c",
            "exporter.c",
            "fault.c",
            "request.c",
            "consumer_module.c");

    /** Headers of the kit, all of which are in the text; Python's own is not. */
    private static final Pattern OWN = Pattern.compile("(?m)^#include \"(?!Python\\.h\")\\w+\\.h\"\\n");

    private ExporterSource() {}

    static String text() {
        try {
            SortedMap<String, String> texts = ResourceFolder.find(ExporterSource.class.getClassLoader(), "consumer")
                    .orElseThrow(() -> new IOException("they are not on the class path"))
                    .texts();
            StringBuilder all = new StringBuilder(
                    "/* Objects whose memory lies between unreadable pages and notes what is done with it; repro.py builds it. */\n"
                            + "#define PY_SSIZE_T_CLEAN\n#include \"Python.h\"\n\n");
            for (String name : ORDER) {
                all.append(OWN.matcher(texts.get(name)).replaceAll("")).append('\n');
            }
            return all.toString()
                    .replace("oldbuffer_consumer", "repro_exporter")
                    .replaceFirst("(?s)(#define PY_SSIZE_T_CLEAN.*?)#define PY_SSIZE_T_CLEAN[^\\n]*\\n", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own C sources cannot be read", e);
        }
    }
}
