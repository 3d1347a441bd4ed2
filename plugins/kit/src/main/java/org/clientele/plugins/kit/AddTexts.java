package org.clientele.plugins.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clientele.plugins.definition.Finding;
import org.clientele.plugins.definition.FindingKind;
import org.clientele.plugins.definition.MessagesReader;
import org.clientele.plugins.definition.VerticalReader;

/**
 * Adds a line for every text that is missing: in English what an id suggests, where that is a name; "…" where somebody has to write
 * it, which checking names as long as it stands.
 */
final class AddTexts {
    private static final String UNWRITTEN = "…";

    /** Keys of sentences and lists; the others name something. */
    private static final Pattern SENTENCE = Pattern.compile(
            ".*\\.(help|goal|actions|text|required|remedy|signs|advice|benefits|actor|summary)|.*\\.reason\\..*");

    private final KitTexts texts;
    private final PrintStream out;

    AddTexts(KitTexts texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    int run(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            throw new KitProblem("texts-folder", place);
        }
        Path root = PluginFiles.root(place);
        for (String name : List.of(MessagesReader.ENGLISH, MessagesReader.CHINESE)) {
            if (!Files.exists(root.resolve(name))) {
                Files.createFile(root.resolve(name));
            }
        }
        PluginFiles files = PluginFiles.read(place);
        List<Finding> findings =
                switch (VerticalReader.read(files::file)) {
                    case VerticalReader.Result.Valid _ -> List.of();
                    case VerticalReader.Result.Invalid(List<Finding> found) -> found;
                };
        List<Finding> others = findings.stream()
                .filter(finding -> finding.kind() != FindingKind.TEXT_MISSING)
                .toList();
        others.forEach(finding -> out.println(finding.text(texts.locale())));
        if (!others.isEmpty()) {
            out.println(texts.get("check.errors", others.size()));
            return Kit.REFUSED;
        }
        add(root, MessagesReader.ENGLISH, findings);
        add(root, MessagesReader.CHINESE, findings);
        return Kit.FINE;
    }

    private void add(Path root, String name, List<Finding> findings) throws IOException {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (Finding finding : findings) {
            if (finding.file().equals(name)) {
                boolean named = name.equals(MessagesReader.ENGLISH)
                        && !SENTENCE.matcher(finding.path()).matches();
                lines.append(finding.path())
                        .append('=')
                        .append(named ? words(finding.path()) : UNWRITTEN)
                        .append('\n');
                count++;
            }
        }
        Path file = root.resolve(name);
        String before = Files.readString(file);
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(file, gap + lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        out.println(texts.get("texts.added", count, file));
    }

    /** The last part of a key as words: {@code metric.nights_365} is "Nights 365". */
    private static String words(String key) {
        String words = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
