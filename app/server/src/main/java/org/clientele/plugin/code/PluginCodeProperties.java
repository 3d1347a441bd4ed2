package org.clientele.plugin.code;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a plugin's code may take.
 *
 * @param callLimit for making a screen or answering a check, and for an action on a screen
 * @param modelLimit for a model at a million customers; less for fewer, but never under {@code callLimit}
 * @param threads calls of one plugin at the same time
 * @param failures that many within {@code within} disable a plugin
 */
@ConfigurationProperties("clientele.plugin-code")
public record PluginCodeProperties(
        @DefaultValue("2s") Duration callLimit,
        @DefaultValue("30s") Duration modelLimit,
        @DefaultValue("4") int threads,
        @DefaultValue("5") int failures,
        @DefaultValue("10m") Duration within) {
    private static final double MODEL_CUSTOMERS = 1_000_000;

    /** What a model may take for that many customers. */
    public Duration modelLimit(int customers) {
        long grown = Math.round(modelLimit.toMillis() * (customers / MODEL_CUSTOMERS));
        return Duration.ofMillis(Math.max(callLimit.toMillis(), grown));
    }
}
