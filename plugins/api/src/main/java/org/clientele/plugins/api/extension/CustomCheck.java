package org.clientele.plugins.api.extension;

import org.pf4j.ExtensionPoint;

/**
 * A check that is answered by code. Declared with {@code extension} in place of {@code require}:
 *
 * <pre>{@code
 * checks:
 *   - id: escape_routes
 *     group: safety
 *     when: rooms > 10
 *     severity: required
 *     extension: com.example.hotel.EscapeRoutes
 *     source: fire_code
 * }</pre>
 *
 * What is required and which rule says so are texts of the vertical ({@code check.escape_routes.required}, {@code source.fire_code}); the
 * code says who does not meet it and which values it looked at.
 */
public interface CustomCheck extends ExtensionPoint {
    /**
     * Finds the customers who do not meet the requirement.
     *
     * @return made by {@link CheckOutput#of} from this input
     */
    CheckOutput compute(CheckInput input);
}
