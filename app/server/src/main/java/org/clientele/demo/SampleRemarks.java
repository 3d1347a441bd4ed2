package org.clientele.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What somebody wrote down about a contact. */
record SampleRemarks(List<Remark> chinese, List<Remark> english) {
    private static final String FILE = "sample-remarks.properties";

    record Remark(String subject, String notes) {}

    /** Remarks that fit the vertical's business. */
    static SampleRemarks of(String vertical) {
        Properties words = load();
        return new SampleRemarks(remarks(words, vertical, "chinese"), remarks(words, vertical, "english"));
    }

    private static List<Remark> remarks(Properties words, String vertical, String language) {
        String found = words.getProperty(vertical + "." + language, words.getProperty("any." + language));
        return Arrays.stream(found.split(";"))
                .map(entry -> entry.split("\\|"))
                .map(parts -> new Remark(parts[0].strip(), parts[1].strip()))
                .toList();
    }

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream file = SampleRemarks.class.getResourceAsStream(FILE)) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE + " cannot be read from the portal's own jar", failure);
        }
        return words;
    }
}
