package org.clientele.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.common.ClienteleProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files of the data folder that hold something about a customer: attachments, by the names that rows keep; uploads, rejected rows and exports, by the
 * texts in them. A file with many customers goes as a whole: each of them can be made again.
 */
@Component
public class PersonalFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalFiles.class);
    private static final List<String> SEARCHED = List.of("imports", "exports", "staging");
    private static final String ATTACHMENTS = "attachments";

    private final Path data;

    public PersonalFiles(ClienteleProperties properties) {
        this.data = properties.data();
    }

    /**
     * Deletes them.
     *
     * @param stored names of attachments
     * @param texts what tells the customer from others: number, name, telephone
     * @return how many
     */
    int delete(Set<String> stored, Set<String> texts) {
        int deleted = 0;
        for (String name : stored) {
            deleted += delete(data.resolve(ATTACHMENTS).resolve(Path.of(name).getFileName()));
        }
        for (String folder : SEARCHED) {
            for (Path file : files(data.resolve(folder))) {
                deleted += holds(file, texts) ? delete(file) : 0;
            }
        }
        return deleted;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            LOG.warn("{} could not be searched for an erased customer; delete its files by hand", folder, failure);
            return List.of();
        }
    }

    /** Packed files cannot be searched for texts: they go, too. */
    private static boolean holds(Path file, Set<String> texts) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".zip") || name.endsWith(".gz")) {
            return true;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            List<String> wanted = texts.stream()
                    .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .toList();
            return lines.anyMatch(line -> wanted.stream().anyMatch(line::contains));
        } catch (IOException failure) {
            LOG.warn("{} could not be searched for an erased customer; delete it by hand", file, failure);
            return false;
        }
    }

    private static int delete(Path file) {
        try {
            return Files.deleteIfExists(file) ? 1 : 0;
        } catch (IOException failure) {
            LOG.warn("{} of an erased customer could not be deleted; delete it by hand", file, failure);
            return 0;
        }
    }
}
