package org.clientele.frontend;

import com.vaadin.flow.component.HasElement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Colours by token name, as definitions of verticals name them: {@code segment-1} to {@code segment-11}, {@code tier-platinum},
 * {@code tier-gold}, {@code tier-iron}, {@code tier-lead}, {@code accent}, {@code good}, {@code bad}, {@code warn}, {@code muted}.
 */
public final class Tone {
    public static final String ACCENT = "accent";
    public static final String GOOD = "good";
    public static final String BAD = "bad";
    public static final String WARN = "warn";
    public static final String MUTED = "muted";

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(ACCENT, GOOD, BAD, WARN, MUTED, "tier-platinum", "tier-gold", "tier-iron", "tier-lead"),
                    IntStream.rangeClosed(1, 11).mapToObj(i -> "segment-" + i))
            .collect(Collectors.toUnmodifiableSet());

    private Tone() {}

    /** The names the stylesheet knows. */
    public static Set<String> names() {
        return NAMES;
    }

    /** The name itself where the stylesheet knows it, otherwise {@link #MUTED}: a plugin's typing error costs a colour, not a screen. */
    public static String orMuted(@Nullable String name) {
        return name != null && NAMES.contains(name) ? name : MUTED;
    }

    /** The colour for the n-th (from 0) of things that bring none of their own. */
    public static String byIndex(int index) {
        return "segment-" + (Math.floorMod(index, 11) + 1);
    }

    /** Gives the component the tone; what it colours is up to its class. */
    public static <T extends HasElement> T set(T component, @Nullable String name) {
        component.getElement().setAttribute("data-tone", orMuted(name));
        return component;
    }
}
