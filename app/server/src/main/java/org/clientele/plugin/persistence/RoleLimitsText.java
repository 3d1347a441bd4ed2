package org.clientele.plugin.persistence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.RightDefinition.Act;
import org.clientele.plugins.api.RoleName;
import org.jspecify.annotations.Nullable;

/** Which roles may do what, in one column: {@code EXPORT_CUSTOMERS=CONSULTANT,MANAGER;IMPORT_DATA=}. */
final class RoleLimitsText {
    private RoleLimitsText() {}

    static String write(List<RightDefinition> limits) {
        return limits.stream()
                .map(limit -> limit.act() + "="
                        + limit.roles().stream().map(RoleName::name).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /** @param text null in notices of before limits were kept */
    static List<RightDefinition> read(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Stream.of(text.split(";")).map(RoleLimitsText::limit).toList();
    }

    private static RightDefinition limit(String text) {
        String[] parts = text.split("=", 2);
        List<RoleName> roles = parts[1].isEmpty()
                ? List.of()
                : Stream.of(parts[1].split(",")).map(RoleName::valueOf).toList();
        return new RightDefinition(Act.valueOf(parts[0]), roles);
    }
}
