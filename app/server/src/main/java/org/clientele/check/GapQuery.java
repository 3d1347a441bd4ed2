package org.clientele.check;

import static org.clientele.common.AddressParameters.code;
import static org.clientele.common.AddressParameters.first;
import static org.clientele.common.AddressParameters.named;
import static org.clientele.common.AddressParameters.order;
import static org.clientele.common.AddressParameters.put;
import static org.clientele.common.AddressParameters.putOrder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.common.AddressParameters;
import org.clientele.common.AddressParameters.Order;
import org.clientele.engine.check.CheckState;
import org.clientele.plugins.api.CheckDefinition.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which gaps are listed and in which order, as it stands in an address: {@code ?check=double_supply&state=not-met&sort=customer:desc}.
 *
 * @param search text that number or name of the customer contains; empty: all
 * @param check id of a check, or null: all
 * @param severity only gaps of this severity, or null: all
 * @param state {@link CheckState#NOT_MET} or {@link CheckState#NOT_RECORDED}, or null: both
 */
public record GapQuery(
        String search,
        @Nullable String check,
        @Nullable Severity severity,
        @Nullable CheckState state,
        Sort sort,
        boolean descending) {
    /** All gaps, the worst first. */
    public static final GapQuery ALL = new GapQuery("", null, null, null, Sort.SEVERITY, false);

    /** What gaps are sorted by; equal ones by the order of the checks, then as customers became known. */
    public enum Sort {
        /** Forbidden, required, advice. */
        SEVERITY,
        /** As the vertical lists its checks. */
        CHECK,
        /** Not met, not recorded. */
        STATE,
        /** By name. */
        CUSTOMER;

        /** The word in an address. */
        public String code() {
            return AddressParameters.code(this);
        }
    }

    public GapQuery withSearch(String text) {
        return new GapQuery(text.strip(), check, severity, state, sort, descending);
    }

    public GapQuery withCheck(@Nullable String id) {
        return new GapQuery(search, id, severity, state, sort, descending);
    }

    public GapQuery withSeverity(@Nullable Severity only) {
        return new GapQuery(search, check, only, state, sort, descending);
    }

    public GapQuery withState(@Nullable CheckState only) {
        return new GapQuery(search, check, severity, only, sort, descending);
    }

    public GapQuery sortedBy(Sort by, boolean backwards) {
        return new GapQuery(search, check, severity, state, by, backwards);
    }

    /** The parameters of the address. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", search.isEmpty() ? null : search);
        put(parameters, "check", check);
        put(parameters, "severity", severity == null ? null : code(severity));
        put(parameters, "state", state == null ? null : code(state));
        putOrder(parameters, new Order<>(sort, descending), new Order<>(ALL.sort, ALL.descending));
        return parameters;
    }

    /** Reads the parameters of an address; what cannot be read is left out. */
    public static GapQuery parse(Map<String, List<String>> parameters) {
        Order<Sort> order = order(parameters, Sort.values(), ALL.sort);
        return new GapQuery(
                first(parameters, "q").orElse("").strip(),
                first(parameters, "check").orElse(null),
                first(parameters, "severity")
                        .flatMap(code -> named(Severity.values(), code))
                        .orElse(null),
                first(parameters, "state")
                        .flatMap(code -> named(CheckState.values(), code))
                        .filter(CheckState::isGap)
                        .orElse(null),
                order.by(),
                order.descending());
    }
}
