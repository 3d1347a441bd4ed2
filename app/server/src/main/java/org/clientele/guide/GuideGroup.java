package org.clientele.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Guides that stand together and exclude each other: temperaments, ages.
 *
 * @param attribute id of the attribute that staff set by choosing a card, or null: conditions decide
 */
public record GuideGroup(String id, @Nullable String attribute, List<GuideDefinition> guides) {
    public GuideGroup {
        guides = List.copyOf(guides);
    }

    /** The groups of a vertical in the order in which their first guides stand. */
    public static List<GuideGroup> of(VerticalDefinition definition) {
        Map<String, List<GuideDefinition>> groups = definition.guides().stream()
                .collect(Collectors.groupingBy(GuideDefinition::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new GuideGroup(group.getKey(), attribute(group.getValue()), group.getValue()))
                .toList();
    }

    private static @Nullable String attribute(List<GuideDefinition> guides) {
        return guides.stream()
                .map(GuideDefinition::attribute)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The cards that staff can choose. */
    public List<GuideDefinition> choices() {
        return guides.stream().filter(guide -> guide.attribute() != null).toList();
    }
}
