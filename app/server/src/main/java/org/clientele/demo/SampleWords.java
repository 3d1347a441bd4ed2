package org.clientele.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What people might have said, from a file: of a vertical by its id, or of any. */
final class SampleWords {
    private static final String ANY = "any.";

    private final Properties words;
    private final String vertical;

    private SampleWords(Properties words, String vertical) {
        this.words = words;
        this.vertical = vertical;
    }

    static SampleWords of(String file, String vertical) {
        Properties words = new Properties();
        try (InputStream stream = SampleWords.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read from the portal's own jar", failure);
        }
        return new SampleWords(words, vertical);
    }

    /** The entries under a name, in Chinese or English. */
    List<String> entries(String name, boolean chinese) {
        String key = name + (chinese ? "chinese" : "english");
        String found = words.getProperty(vertical + "." + key, words.getProperty(ANY + key));
        return Arrays.stream(found.split(";")).map(String::strip).toList();
    }
}
