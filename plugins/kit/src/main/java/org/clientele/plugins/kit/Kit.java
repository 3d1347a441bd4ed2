package org.clientele.plugins.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands of the kit. */
public final class Kit {
    /** Done, or nothing wrong. */
    public static final int FINE = 0;

    /** Something is wrong with the plugin, or the command could not do its work. */
    public static final int REFUSED = 1;

    /** The command was not understood. */
    public static final int USAGE = 2;

    private static final String STRICT = "--strict";

    private final Path folder;
    private final KitTexts texts;
    private final PrintStream out;

    private Kit(Path folder, Locale locale, PrintStream out) {
        this.folder = folder;
        this.texts = new KitTexts(locale, folder);
        this.out = out;
    }

    /**
     * Runs a command.
     *
     * @param args the command ({@code new}, {@code check}, {@code texts} or {@code pack}) and its arguments
     * @param folder what paths are relative to
     * @param locale Chinese or English
     * @param out where findings and results are written
     * @return {@link #FINE}, {@link #REFUSED} or {@link #USAGE}
     */
    public static int run(List<String> args, Path folder, Locale locale, PrintStream out) {
        Kit kit = new Kit(folder, locale, out);
        try {
            return kit.run(args);
        } catch (KitProblem problem) {
            out.println(problem.text(kit.texts));
        } catch (InvalidPathException problem) {
            out.println(kit.texts.get("problem.path", problem.getInput()));
        } catch (IOException | UncheckedIOException problem) {
            out.println(kit.texts.get("problem.files", problem.toString()));
        }
        return REFUSED;
    }

    private int run(List<String> args) throws IOException {
        List<String> rest = new ArrayList<>(args.isEmpty() ? List.of() : args.subList(1, args.size()));
        boolean strict = rest.remove(STRICT);
        String command = args.isEmpty() ? "" : args.getFirst();
        if (rest.isEmpty() || rest.size() > 2) {
            return usage();
        }
        Path first = folder.resolve(rest.getFirst()).normalize();
        return switch (command) {
            case "new" -> newPlugin(rest);
            case "check" -> rest.size() == 1 ? check(first, strict) : usage();
            case "texts" -> rest.size() == 1 ? new AddTexts(texts, out).run(first) : usage();
            case "pack" -> rest.size() == 1 ? new PackPlugin(texts, out).run(first) : usage();
            default -> usage();
        };
    }

    private int newPlugin(List<String> rest) throws IOException {
        return new NewPlugin(texts, out)
                .run(rest.getFirst(), folder.resolve(rest.getLast()).normalize());
    }

    private int check(Path place, boolean strict) throws IOException {
        PluginFiles files = PluginFiles.read(place);
        PluginCheck check = PluginCheck.of(files, texts);
        check.print(files, texts, out);
        return check.isWhole() && (!strict || check.hints().isEmpty()) ? FINE : REFUSED;
    }

    private int usage() {
        out.println(texts.get("usage"));
        return USAGE;
    }
}
