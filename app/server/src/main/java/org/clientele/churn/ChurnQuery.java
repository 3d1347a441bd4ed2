package org.clientele.churn;

import static org.clientele.common.AddressParameters.code;
import static org.clientele.common.AddressParameters.first;
import static org.clientele.common.AddressParameters.named;
import static org.clientele.common.AddressParameters.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.engine.churn.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Which customers at risk are listed, as it stands in an address: {@code ?least=50&signal=silent&worth=yes}.
 *
 * @param least per cent of probability
 * @param signal only with this one, or null: with any or none
 * @param worth only those whose value at risk is above the cost of keeping them
 */
public record ChurnQuery(int least, @Nullable Signal signal, boolean worth) {
    /** The least probabilities to choose from, in per cent; of customers below the first nobody speaks as at risk. */
    public static final List<Integer> LEAST = List.of(25, 50, 75);

    /** Everybody at risk. */
    public static final ChurnQuery ALL = new ChurnQuery(LEAST.getFirst(), null, false);

    public ChurnQuery withLeast(int percent) {
        return new ChurnQuery(percent, signal, worth);
    }

    public ChurnQuery withSignal(@Nullable Signal one) {
        return new ChurnQuery(least, one, worth);
    }

    public ChurnQuery withWorth(boolean only) {
        return new ChurnQuery(least, signal, only);
    }

    /** The parameters of the address. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "least", least == ALL.least ? null : String.valueOf(least));
        put(parameters, "signal", signal == null ? null : code(signal));
        put(parameters, "worth", worth ? "yes" : null);
        return parameters;
    }

    /** Reads the parameters of an address; what cannot be read is left out. */
    public static ChurnQuery parse(Map<String, List<String>> parameters) {
        Optional<String> least = first(parameters, "least");
        return new ChurnQuery(
                LEAST.stream()
                        .filter(percent -> least.equals(Optional.of(percent.toString())))
                        .findFirst()
                        .orElse(ALL.least),
                named(Signal.values(), first(parameters, "signal").orElse("")).orElse(null),
                first(parameters, "worth").isPresent());
    }
}
