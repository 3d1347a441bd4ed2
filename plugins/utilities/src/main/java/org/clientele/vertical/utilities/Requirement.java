package org.clientele.vertical.utilities;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the board: one requirement on the supply of important customers, with the checks that ask it. Some requirements differ by grade (three
 * sources or two) and then have a check for each; a customer is concerned by one of them at most.
 *
 * @param text key of its name
 * @param checks ids of the vertical's checks
 */
record Requirement(String text, List<String> checks) {
    /** Requirements that stand in one card. */
    enum Area {
        SUPPLY(
                "supply",
                both("sources", "special_sources", "first_sources"),
                both("substations", "special_substations", "first_substations"),
                both("carries", "special_third", "first_other"),
                both("circuit", "second_circuit", "temporary_supply"),
                own("switch_over"),
                own("switch_method")),
        EMERGENCY(
                "emergency",
                own("emergency_there"),
                own("emergency_capacity"),
                own("emergency_start"),
                own("emergency_interlock"),
                own("emergency_standards")),
        RUNNING(
                "running",
                own("agreement"),
                own("drill"),
                own("inspection"),
                own("preventive_test"),
                own("start_test"),
                own("switching_test")),
        FORBIDDEN(
                "forbidden",
                own("no_changed_connections"),
                own("no_disabled_interlock"),
                own("no_unrepaired_fault"),
                own("no_feeding_others"),
                own("no_back_feed"));

        private final String group;
        private final List<Requirement> requirements;

        Area(String group, Requirement... requirements) {
            this.group = group;
            this.requirements = List.of(requirements);
        }

        /** Key of its name. */
        String text() {
            return "checks." + group;
        }

        List<Requirement> requirements() {
            return requirements;
        }
    }

    /** All checks of the board. */
    static List<String> allChecks() {
        return Stream.of(Area.values())
                .flatMap(area -> area.requirements().stream())
                .flatMap(requirement -> requirement.checks().stream())
                .toList();
    }

    private static Requirement own(String check) {
        return new Requirement("check." + check, List.of(check));
    }

    private static Requirement both(String name, String... checks) {
        return new Requirement(SupplyBoard.TEXT + "row." + name, List.of(checks));
    }
}
