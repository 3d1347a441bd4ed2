package org.clientele.common;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of an address: what a list shows and in which order, so that a link leads back to it. */
public final class AddressParameters {
    private static final String SORT = "sort";
    private static final String BACKWARDS = "desc";

    private AddressParameters() {}

    /**
     * What a list is sorted by.
     *
     * @param <E> the columns that it can be sorted by
     */
    public record Order<E extends Enum<E>>(E by, boolean descending) {}

    /** Reads the parameters of an address as it was kept, {@code f=…&q=…}. */
    public static Map<String, List<String>> read(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** As it stands where it was not encoded. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return text;
        }
    }

    /** The first value of a parameter that says anything. */
    public static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Adds a parameter unless there is nothing to say. */
    public static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }

    /** The word for a constant. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that a word stands for. */
    public static <E extends Enum<E>> Optional<E> named(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> code(constant).equals(code))
                .findFirst();
    }

    /** Adds the order, {@code sort=customer:desc}, unless it is the usual one. */
    public static <E extends Enum<E>> void putOrder(
            Map<String, List<String>> parameters, Order<E> order, Order<E> usual) {
        put(
                parameters,
                SORT,
                order.equals(usual) ? null : code(order.by()) + (order.descending() ? ":" + BACKWARDS : ""));
    }

    /** The order that the parameters say, by the usual column where they name none. */
    public static <E extends Enum<E>> Order<E> order(Map<String, List<String>> parameters, E[] columns, E usual) {
        String[] said = first(parameters, SORT).orElse("").split(":", 2);
        return new Order<>(named(columns, said[0]).orElse(usual), said.length > 1 && said[1].equals(BACKWARDS));
    }
}
