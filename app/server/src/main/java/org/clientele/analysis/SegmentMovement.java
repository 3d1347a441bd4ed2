package org.clientele.analysis;

import java.time.LocalDate;
import org.clientele.customer.CustomerFilter;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.comparison.MoveCauses;
import org.clientele.engine.figure.Period;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;

/**
 * Who moved between the segments of a model from one day to another.
 *
 * @param period the two days
 * @param versions of the model at both ends
 * @param migration rows and columns by the ordinals of the model's segments
 * @param causes of the moves, where the versions differ
 * @param valued whether there is a value in money to count by
 */
public record SegmentMovement(
        PortalSnapshot snapshot,
        ModelDefinition model,
        Period period,
        Versions versions,
        Migration migration,
        MoveCauses causes,
        boolean valued) {
    /**
     * The versions of the model at both ends.
     *
     * @param from by which segments are found on the first day
     * @param to on the last day
     */
    public record Versions(int from, int to) {
        /** Whether moves can come from another definition. */
        public boolean differ() {
            return from != to;
        }
    }

    /** How many are elsewhere on the last day. */
    public long moved() {
        long moved = 0;
        for (int from = 0; from <= migration.none(); from++) {
            for (int to = 0; to <= migration.none(); to++) {
                moved += from == to ? 0 : migration.customers(from, to);
            }
        }
        return moved;
    }

    /** A segment's id; {@code none} for those in none. */
    public String segment(int ordinal, String none) {
        return ordinal == migration.none()
                ? none
                : model.segments().get(ordinal).id();
    }

    /** Who was in a segment at the start. */
    public CustomerFilter start(int segment) {
        return was(versions.from(), segment, period.from());
    }

    /** Who is in a segment at the end under the old definition. */
    public CustomerFilter between(int segment) {
        return was(versions.from(), segment, period.to());
    }

    /** Who is in a segment at the end. */
    public CustomerFilter end(int segment) {
        return was(versions.to(), segment, period.to());
    }

    private CustomerFilter was(int version, int segment, LocalDate day) {
        boolean applies = version == snapshot.modelVersion(model.id());
        return CustomerFilter.was(
                applies ? model.id() : model.id() + "@" + version, segment(segment, CustomerFilter.InSet.NONE), day);
    }
}
