package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.spec.implementation.Identity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of a journal; the run that wrote it may have ended in the middle of a line. */
final class JournalText {

    private JournalText() {}

    /**
     * Reads a journal.
     *
     * @return empty where the run ended before its first line was there
     * @throws JournalException with words that begin with the number of a line that cannot be read
     */
    static Optional<Journal> read(byte[] text) throws JournalException {
        List<String> lines = new ArrayList<>();
        int whole = 0;
        for (int end = 0; end < text.length; end++) {
            if (text[end] == '\n') {
                lines.add(new String(text, whole, end - whole, StandardCharsets.UTF_8));
                whole = end + 1;
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(journal(lines, whole));
    }

    private static Journal journal(List<String> lines, long bytes) throws JournalException {
        int number = 1;
        try {
            JournalHeader header = JournalLines.readHeader(lines.get(0));
            List<Identity> began = new ArrayList<>();
            List<Journal.Ended> ended = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                number++;
                if (JournalLines.isBegan(line)) {
                    began.add(JournalLines.readBegan(line));
                } else {
                    ended.add(JournalLines.readEnded(line));
                }
            }
            return new Journal(header, began, ended, bytes);
        } catch (JournalException wrong) {
            throw new JournalException("line " + number + ": " + wrong.getMessage(), wrong);
        }
    }
}
