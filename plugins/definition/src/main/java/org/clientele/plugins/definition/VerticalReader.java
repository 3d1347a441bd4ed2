package org.clientele.plugins.definition;

import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Reads all files of a vertical at once. Stateless; may be called from any thread. */
public final class VerticalReader {
    /** The definition's file name at the root of a plugin's jar. */
    public static final String DEFINITION = "vertical.yaml";

    private VerticalReader() {}

    /** What reading a vertical yields. */
    public sealed interface Result {
        /** The vertical can be installed. */
        record Valid(VerticalDefinition definition, Texts.Bundles texts) implements Result {}

        /** The vertical cannot be installed; at least one finding. */
        record Invalid(List<Finding> findings) implements Result {
            public Invalid {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Reads a vertical.
     *
     * @param files gives the content of the file of that name at the root of the plugin's jar, or null when there is none
     */
    public static Result read(Function<String, byte @Nullable []> files) {
        byte[] yaml = files.apply(DEFINITION);
        if (yaml == null) {
            Report report = new Report(DEFINITION);
            report.add(FindingKind.FILE_MISSING, "", DEFINITION);
            return new Result.Invalid(report.findings());
        }
        return switch (DefinitionReader.read(yaml, DEFINITION)) {
            case DefinitionResult.Invalid(List<Finding> findings) -> new Result.Invalid(findings);
            case DefinitionResult.Valid(VerticalDefinition vertical) -> readTexts(vertical, files);
        };
    }

    private static Result readTexts(VerticalDefinition vertical, Function<String, byte @Nullable []> files) {
        byte[] english = files.apply(MessagesReader.ENGLISH);
        byte[] chinese = files.apply(MessagesReader.CHINESE);
        return switch (MessagesReader.read(vertical, english, chinese)) {
            case MessagesResult.Valid(Texts.Bundles texts) -> new Result.Valid(vertical, texts);
            case MessagesResult.Invalid(List<Finding> findings) -> new Result.Invalid(findings);
        };
    }
}
