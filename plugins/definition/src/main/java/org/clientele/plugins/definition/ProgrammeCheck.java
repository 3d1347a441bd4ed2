package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** A loyalty programme counts money, and its tiers rise from nought. */
final class ProgrammeCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        ProgrammeDefinition programme = vertical.programme();
        if (programme == null) {
            return;
        }
        new Declared(vertical, report).requireRevenue("/programme/activity", programme.activity());
        List<ProgrammeDefinition.Tier> tiers = programme.tiers();
        if (tiers.getFirst().fromPoints() != 0) {
            report.add(
                    FindingKind.OUT_OF_RANGE,
                    "/programme/tiers/0/fromPoints",
                    tiers.getFirst().fromPoints(),
                    "0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            long points = tiers.get(i).fromPoints();
            if (points <= tiers.get(i - 1).fromPoints()) {
                report.add(FindingKind.NOT_ASCENDING, "/programme/tiers/" + i + "/fromPoints", points);
            }
        }
    }
}
