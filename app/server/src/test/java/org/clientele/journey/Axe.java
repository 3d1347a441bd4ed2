package org.clientele.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what axe calls serious or critical on the screens of a journey, so that one run shows everything. */
final class Axe {
    private static final String READY = """
            () => document.title !== ''
              && document.querySelector('h1, vaadin-dialog[opened]')
              && !document.querySelector('vaadin-connection-indicator[loading]')
              && document.getAnimations().every(a => a.playState !== 'running')
            """;
    private static final Set<String> REFUSED = Set.of("serious", "critical");

    private final List<String> found = new ArrayList<>();

    void check(Page page, String screen) {
        page.waitForFunction(READY);
        // The other mode opens a second page for its result; it is for frames of other origins, which no screen has.
        new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(violationsOnly())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> REFUSED.contains(rule.getImpact()))
                        .forEach(rule -> found.add(screen + ": " + describe(rule)));
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void assertNothingFound() {
        assertThat(found).isEmpty();
    }

    /** The rules are the same; what passes is not described node by node, which takes longer than finding what does not. */
    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " — "
                + rule.getNodes().stream().limit(5).map(node -> node.getHtml()).toList();
    }
}
