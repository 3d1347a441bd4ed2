package org.clientele.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one address may try to sign in. */
@Component
class SignInLimits {
    private static final int TRIES = 20;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final AddressLimits limits;

    SignInLimits(Clock clock) {
        limits = new AddressLimits(clock, TRIES, REFILL);
    }

    /** Counts a try; false when the address has used up its tries. */
    boolean allow(String address) {
        return limits.allow(address);
    }
}
