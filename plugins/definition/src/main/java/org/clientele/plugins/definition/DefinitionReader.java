package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Reads a {@code vertical.yaml}: bounded YAML, then the JSON Schema, then what the parts say about each other, then every
 * condition and formula. A step runs when the step before found nothing. Stateless; may be called from any thread.
 */
public final class DefinitionReader {
    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 512 << 10;

    /** Most keys and values in a definition, lines in a file of texts: four times what the largest verticals need. */
    public static final int MAX_VALUES = 15_000;

    /** Most conditions and formulas in a definition; each costs up to a millisecond to check. */
    public static final int MAX_EXPRESSIONS = 1_000;

    /** Most characters of all conditions and formulas together, ten times what the largest verticals need. */
    public static final int MAX_EXPRESSION_CHARACTERS = 50_000;

    private DefinitionReader() {}

    /**
     * Reads a definition.
     *
     * @param yaml the file's bytes, UTF-8
     * @param fileName the name findings carry
     */
    public static DefinitionResult read(byte[] yaml, String fileName) {
        Report report = new Report(fileName);
        YamlTree tree = YamlTree.read(yaml, report);
        if (tree == null || report.hasFindings()) {
            return new DefinitionResult.Invalid(report.findings());
        }
        SchemaCheck.check(tree, report);
        if (report.hasFindings()) {
            return new DefinitionResult.Invalid(report.findings());
        }
        VerticalDefinition definition = new Binder(tree.root()).vertical();
        for (DefinitionCheck check : DefinitionCheck.all(tree.root())) {
            check.check(definition, report);
        }
        List<Finding> findings = report.findings();
        return findings.isEmpty() ? new DefinitionResult.Valid(definition) : new DefinitionResult.Invalid(findings);
    }
}
