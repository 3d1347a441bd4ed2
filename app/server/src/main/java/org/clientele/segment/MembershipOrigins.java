package org.clientele.segment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is stored beside a new membership: its reason, and the version of the model it came from. Called from several threads. */
@FunctionalInterface
public interface MembershipOrigins extends Function<MembershipChanges.Opened, String> {
    /** The reason, as written by the engine's codec. */
    @Override
    String apply(MembershipChanges.Opened opened);

    /** The version of the model, null when it is not known. */
    default @Nullable Integer version(MembershipChanges.Opened opened) {
        return null;
    }
}
