package org.clientele.check.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckState;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.ui.CheckFinding;
import org.clientele.plugins.ui.CheckFinding.Outcome;

/** How a customer stands by the checks, in the words that the portal's own pages use, for the screens of plugins. */
public final class CheckFindings {
    private CheckFindings() {}

    /**
     * The checks that concern a customer, in the order of the vertical; those that cannot be computed are left out.
     *
     * @param customer the customer's index in the snapshot
     * @param hidden attributes whose values the reader may not see
     */
    public static List<CheckFinding> of(CustomerSnapshot snapshot, int customer, Locale locale, Set<String> hidden) {
        CheckWords words = new CheckWords(snapshot.vertical(), locale, hidden);
        List<CheckFinding> findings = new ArrayList<>();
        for (CheckDefinition check : snapshot.checks().checks()) {
            snapshot.checks()
                    .find(check.id())
                    .filter(result -> result.state(customer) != CheckState.NOT_CONCERNED)
                    .ifPresent(result -> findings.add(finding(words, result, customer)));
        }
        return findings;
    }

    private static CheckFinding finding(CheckWords words, CheckResult result, int customer) {
        CheckDefinition check = result.check();
        CheckState state = result.state(customer);
        return new CheckFinding(
                check.id(),
                outcome(state),
                words.required(check),
                words.found(state, result.found(customer)),
                words.source(check));
    }

    private static Outcome outcome(CheckState state) {
        return switch (state) {
            case MET -> Outcome.MET;
            case NOT_MET -> Outcome.GAP;
            case NOT_RECORDED, NOT_CONCERNED -> Outcome.UNKNOWN;
        };
    }
}
