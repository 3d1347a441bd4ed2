package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a good vertical keeps besides what the portal demands: every rule can be traced to its source, there is something to try it
 * out with, and its texts are clean. The portal installs one that does not; the kit and the contract tests of verticals say so.
 * Stateless; may be called from any thread.
 */
public final class VerticalContract {
    private VerticalContract() {}

    /**
     * Finds what a vertical does not keep; nothing for a file that is not there.
     *
     * @param vertical the vertical as it was read from the files
     * @param files gives the content of the file of that name, or null when there is none
     */
    public static List<Finding> check(VerticalReader.Result.Valid vertical, Function<String, byte @Nullable []> files) {
        List<Finding> findings = new ArrayList<>();
        byte[] yaml = files.apply(VerticalReader.DEFINITION);
        Report report = new Report(VerticalReader.DEFINITION);
        if (yaml != null && YamlTree.read(yaml, report) != null) {
            VerticalDefinition definition = vertical.definition();
            new SourceContract(report).check(definition);
            new PartContract(report).check(definition);
            findings.addAll(report.findings());
        }
        for (TextContract.Language language : TextContract.Language.values()) {
            byte[] content = files.apply(language.file());
            if (content != null) {
                findings.addAll(MessagesReader.unused(vertical.definition(), language.file(), content));
                findings.addAll(new TextContract(vertical, language).check(content));
            }
        }
        return findings;
    }
}
