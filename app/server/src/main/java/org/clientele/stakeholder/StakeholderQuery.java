package org.clientele.stakeholder;

import static org.clientele.common.AddressParameters.code;
import static org.clientele.common.AddressParameters.first;
import static org.clientele.common.AddressParameters.named;
import static org.clientele.common.AddressParameters.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parties are listed, as it stands in an address: {@code ?market=supplier&q=north}.
 *
 * @param market or null: of all
 * @param search a part of the name
 */
public record StakeholderQuery(@Nullable Market market, String search) {
    /** Everybody. */
    public static final StakeholderQuery ALL = new StakeholderQuery(null, "");

    public StakeholderQuery {
        search = search.strip();
    }

    public StakeholderQuery withMarket(@Nullable Market one) {
        return new StakeholderQuery(one, search);
    }

    public StakeholderQuery withSearch(String text) {
        return new StakeholderQuery(market, text);
    }

    public boolean isNarrowed() {
        return !equals(ALL);
    }

    /** The parameters of the address. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "market", market == null ? null : code(market));
        put(parameters, "q", search.isEmpty() ? null : search);
        return parameters;
    }

    /** Reads the parameters of an address; what cannot be read is left out. */
    public static StakeholderQuery parse(Map<String, List<String>> parameters) {
        return new StakeholderQuery(
                named(Market.values(), first(parameters, "market").orElse("")).orElse(null),
                first(parameters, "q").orElse(""));
    }
}
