package org.clientele.check;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckState;
import org.clientele.plugins.api.CheckDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the customers of a vertical stand by its checks, in figures. Rights are checked by whoever shows it.
 *
 * @param asOf the day
 * @param lines the checks, in the order of the vertical
 * @param concerned customers whom at least one of the checks concerns
 * @param withGaps those of them with at least one gap
 */
public record CheckSummary(LocalDate asOf, List<Line> lines, int concerned, int withGaps) {
    private static final Logger LOG = LoggerFactory.getLogger(CheckSummary.class);

    public CheckSummary {
        lines = List.copyOf(lines);
    }

    /**
     * Computes what is not known yet of a snapshot: one pass over the customers for each check.
     *
     * @param group only the checks of this group, or null: all
     */
    public static CheckSummary of(CustomerSnapshot snapshot, @Nullable String group) {
        BitSet concerned = new BitSet();
        BitSet gaps = new BitSet();
        List<Line> lines = snapshot.checks().checks().stream()
                .filter(check -> group == null || group.equals(check.group()))
                .map(check -> line(snapshot, check, concerned, gaps))
                .toList();
        return new CheckSummary(snapshot.now().asOf(), lines, concerned.cardinality(), gaps.cardinality());
    }

    private static Line line(CustomerSnapshot snapshot, CheckDefinition check, BitSet concerned, BitSet gaps) {
        CheckResult result = snapshot.checks().find(check.id()).orElse(null);
        if (result == null) {
            LOG.warn(
                    "Check {} of vertical {} cannot be computed",
                    check.id(),
                    snapshot.vertical().key(),
                    snapshot.checks().failure(check.id()).orElse(null));
            return new Line(check, null, 0, 0, 0);
        }
        concerned.or(result.customersConcerned());
        gaps.or(result.customers(CheckState.NOT_MET));
        gaps.or(result.customers(CheckState.NOT_RECORDED));
        return new Line(
                check,
                result,
                result.count(CheckState.MET),
                result.count(CheckState.NOT_MET),
                result.count(CheckState.NOT_RECORDED));
    }

    /** The groups in the order in which their first checks stand. */
    public List<String> groups() {
        return lines.stream().map(line -> line.check().group()).distinct().toList();
    }

    /** The lines of a group. */
    public List<Line> lines(String group) {
        return lines.stream().filter(line -> line.check().group().equals(group)).toList();
    }

    /** All gaps, of whatever check. */
    public int gaps() {
        return lines.stream().mapToInt(Line::gaps).sum();
    }

    /**
     * One check.
     *
     * @param result what it came to for every customer, or null: it cannot be computed, and the figures are 0
     */
    public record Line(CheckDefinition check, @Nullable CheckResult result, int met, int notMet, int notRecorded) {
        /** Whether it cannot be computed. */
        public boolean failed() {
            return result == null;
        }

        /** The customers whom it concerns. */
        public int concerned() {
            return met + notMet + notRecorded;
        }

        /** Those who do not meet it, and those of whom nothing is recorded. */
        public int gaps() {
            return notMet + notRecorded;
        }

        CheckResult computed() {
            return Objects.requireNonNull(result);
        }
    }
}
