package org.clientele.dataimport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The public data sets beside the project; a test that needs one is skipped where they are absent. */
public final class RealData {
    private RealData() {}

    public static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("../shared/data").resolve(name).normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        Assumptions.abort("../shared/data/%s is not there: skipped".formatted(name));
        throw new IllegalStateException("abort always throws");
    }
}
