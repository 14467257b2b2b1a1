package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.spec.implementation.Identity;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a journal. */
final class JournalText {

    private JournalText() {}

    /**
     * Reads a journal.
     *
     * @param lines at least one
     * @throws JournalException with words that begin with the number of a line that cannot be read
     */
    static Journal journal(List<String> lines) throws JournalException {
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
            return new Journal(header, began, ended);
        } catch (JournalException wrong) {
            throw new JournalException("line " + number + ": " + wrong.getMessage(), wrong);
        }
    }
}
