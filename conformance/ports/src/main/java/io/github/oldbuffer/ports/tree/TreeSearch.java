package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was found in a source tree.
 *
 * @param files how many sources were read
 * @param unread what could not be read
 * @param candidates in the order of files and lines
 */
public record TreeSearch(int files, List<Path> unread, List<Candidate> candidates) {

    /** What speaks of buffers, so that the others need not be read closely. */
    private static final Pattern BUFFERS =
            Pattern.compile("PyObject_(?:GetBuffer|AsCharBuffer|AsReadBuffer|CheckReadBuffer|AsWriteBuffer)");

    public TreeSearch {
        unread = List.copyOf(unread);
        candidates = List.copyOf(candidates);
    }

    /** Reads every source below a folder; hidden folders and those of links are left out. */
    public static TreeSearch in(Path folder) throws IOException {
        TreeFiles files = TreeFiles.below(folder);
        List<Path> unread = new ArrayList<>(files.unread());
        Map<Path, String> likely = new LinkedHashMap<>();
        PythonNames names = new PythonNames();
        CythonIncluders includers = new CythonIncluders();
        CleanLengths lengths = CleanLengths.of(folder);
        ExporterSlots slots = new ExporterSlots();
        for (Path source : files.sources()) {
            try {
                String text = TextFile.read(source);
                names.read(source, text);
                includers.read(source, text);
                lengths.read(source, text);
                slots.read(source, text);
                if (BUFFERS.matcher(text).find()
                        || text.contains("#\"")
                                && LineSearch.WITH_LENGTH.matcher(text).find()
                        || text.contains("# \"")
                        || text.contains("#|")
                        || text.contains("#:")) {
                    likely.put(source, text);
                }
            } catch (IOException unreadable) {
                unread.add(source);
            }
        }
        List<Candidate> found = new ArrayList<>();
        likely.forEach((source, text) -> candidates(source, text, includers, lengths, slots).stream()
                .sorted(Comparator.comparingInt(Candidate::line))
                .map(each -> TreeFiles.isCompiled(source) ? each : each.inReadFile())
                .map(each -> each.called().isEmpty() ? each.calledAs(names.of(each.name())) : each)
                .forEach(found::add));
        return new TreeSearch(files.sources().size(), unread, found);
    }

    private static List<Candidate> candidates(
            Path source, String text, CythonIncluders includers, CleanLengths lengths, ExporterSlots slots) {
        return TreeFiles.isCython(source)
                ? CythonSearch.candidates(
                        source, includers.of(source), text.lines().toList())
                : FileSearch.of(source, text, lengths.areClean(source), slots).candidates();
    }
}
