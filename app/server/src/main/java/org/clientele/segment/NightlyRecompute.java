package org.clientele.segment;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries the verticals that count from today into the new day, so that windows that slide, deadlines and days since the last purchase move
 * customers although nobody looks and nothing is imported.
 */
@Component
class NightlyRecompute {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyRecompute.class);

    private final Verticals verticals;
    private final Recompute recompute;

    NightlyRecompute(Verticals verticals, Recompute recompute) {
        this.verticals = verticals;
        this.recompute = recompute;
    }

    /**
     * One vertical after another; one that fails keeps the memberships it had and does not keep the next from its turn.
     *
     * @throws IllegalStateException when some failed: the night is tried again
     */
    void run(BooleanSupplier cancelled) {
        List<String> failed = verticals.enabled().stream()
                .filter(vertical -> vertical.asOfMode() == AsOfMode.TODAY)
                .filter(vertical -> !cancelled.getAsBoolean() && !carried(vertical, cancelled))
                .map(Vertical::key)
                .toList();
        if (!failed.isEmpty()) {
            throw new IllegalStateException("The nightly recompute failed for %s; see the log".formatted(failed));
        }
    }

    private boolean carried(Vertical vertical, BooleanSupplier cancelled) {
        try {
            recompute.reload(vertical.key(), RecomputeOrder.of(RecomputeCause.DAY, cancelled));
            return true;
        } catch (RuntimeException failure) {
            LOG.error("Vertical {} could not be carried into the new day", vertical.key(), failure);
            return false;
        }
    }
}
