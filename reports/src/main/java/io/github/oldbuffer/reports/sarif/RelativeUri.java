package io.github.oldbuffer.reports.sarif;

import java.net.URI;
import java.net.URISyntaxException;

/** A path within a repository as a relative URI. */
final class RelativeUri {

    private RelativeUri() {}

    /** @param path relative, with {@code /} between folders; of any characters */
    static String of(String path) {
        try {
            // with a folder in front, since what stands before a colon would be a scheme
            String uri = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
            int slash = uri.indexOf('/');
            String first = slash < 0 ? uri : uri.substring(0, slash);
            return first.replace(":", "%3A") + uri.substring(first.length());
        } catch (URISyntaxException impossible) {
            throw new AssertionError("a path that no URI can hold: " + path, impossible);
        }
    }
}
