package io.github.oldbuffer.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Pictures of whole pages, for people to look at. */
final class Shot {

    private Shot() {}

    /** @param folder where it goes; {@code null} for no picture */
    static void keep(Browser browser, String folder, String name) throws IOException {
        if (folder != null) {
            Map<String, Object> shot = browser.driver()
                    .executeCdpCommand(
                            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"));
            Files.write(
                    Files.createDirectories(Path.of(folder)).resolve(name + ".png"),
                    Base64.getDecoder().decode((String) shot.get("data")));
        }
    }
}
