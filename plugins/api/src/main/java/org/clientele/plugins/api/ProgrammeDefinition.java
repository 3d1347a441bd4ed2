package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty programme: points for an activity and member tiers. Declared by the vertical, run by the portal's loyalty feature.
 *
 * @param activity the activity that earns points
 * @param pointsPerUnit points for each major unit of the activity's amount; rounded down per event
 * @param tiers member tiers, lowest first; their names and benefits are texts ({@link Texts#programmeTier},
 *     {@link Texts#programmeBenefits})
 * @param source id of where it comes from ({@link Texts#source}), or null
 */
public record ProgrammeDefinition(
        String activity,
        double pointsPerUnit,
        List<Tier> tiers,
        @Nullable String source) {
    public ProgrammeDefinition {
        tiers = List.copyOf(tiers);
    }

    /**
     * A member tier.
     *
     * @param id lower case, unique in the programme
     * @param fromPoints points earned within {@code windowDays} from which a member belongs to it; 0 for the lowest
     */
    public record Tier(String id, long fromPoints) {}
}
