package org.clientele.segment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.clientele.common.Problem;
import org.clientele.customer.CustomerFields;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.comparison.EntropyWeights;
import org.clientele.engine.model.ClvBackTest;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.preview.Effect;
import org.clientele.engine.preview.Histogram;
import org.clientele.engine.preview.ModelPreview;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A model that is being edited, over the customers of one moment. Thread-safe; one preview at a time. */
public final class StudioSession {
    private final PortalSnapshot snapshot;
    private final VerticalDefinition plugin;
    private final ModelOverrides.Applied applied;
    private final ModelPreview preview;
    private final ModelDefinition made;
    private final Set<String> hidden;
    private final Executor workers;
    private final Object testing = new Object();
    private @Nullable Map<Purchases, ClvBackTest> tests;

    /**
     * @param plugin the vertical with its models as they were made
     * @param applied the vertical as it applies, maybe newer than the snapshot
     * @param made the model as it was made
     * @param hidden attributes whose values the user may not see
     * @param workers where what takes long is computed
     */
    StudioSession(
            PortalSnapshot snapshot,
            VerticalDefinition plugin,
            ModelOverrides.Applied applied,
            ModelDefinition made,
            Set<String> hidden,
            Executor workers) {
        this.snapshot = snapshot;
        this.plugin = plugin;
        this.applied = applied;
        this.made = made;
        this.hidden = Set.copyOf(hidden);
        this.workers = workers;
        this.preview = snapshot.definition().model(made.id()) == null
                ? ModelPreview.ofNew(snapshot.now(), made)
                : new ModelPreview(snapshot.now(), made.id());
    }

    /** What came of a draft. */
    public sealed interface Outcome {
        /** Its effect. @param nanos how long that took */
        record Shown(Effect effect, long nanos) implements Outcome {}

        /** It cannot be computed. */
        record Refused(Problem problem) implements Outcome {}
    }

    /** The customers that are looked at. */
    public PortalSnapshot snapshot() {
        return snapshot;
    }

    /** Attributes whose values the user may not see. */
    public Set<String> hidden() {
        return hidden;
    }

    /** Where what takes long is computed. */
    public Executor workers() {
        return workers;
    }

    /** The vertical with its models as they apply. */
    public Vertical vertical() {
        return applied.vertical();
    }

    /** The model as it applies, also where the customers are still in the segments of the version before; while none does, as it was made. */
    public ModelDefinition applied() {
        return Objects.requireNonNullElse(vertical().definition().model(made.id()), made);
    }

    /** Whether no version of the model has ever applied: nobody is in its segments. */
    public boolean isNew() {
        return vertical().definition().model(made.id()) == null;
    }

    /** Whether the customers are still in the segments of another version than the one that applies. */
    public boolean isAwaited() {
        return !isNew()
                && snapshot.modelVersion(made.id())
                        != Objects.requireNonNull(applied.versions().get(made.id()));
    }

    /**
     * The model as a change makes it; fails with a problem that says what to mend. As it was made it need not be whole: conditions may still
     * have to be written.
     */
    public ModelDefinition model(ModelChange change) {
        return ModelChange.of(made).filter(change::equals).isPresent() ? made : ModelChanges.set(plugin, change);
    }

    /** What a draft would do to the segments of the version that applies. */
    public synchronized Outcome preview(ModelChange change) {
        long start = System.nanoTime();
        try {
            return new Outcome.Shown(effect(model(change)), System.nanoTime() - start);
        } catch (Problem problem) {
            return new Outcome.Refused(problem);
        }
    }

    private Effect effect(ModelDefinition draft) {
        return isAwaited() ? preview.between(applied(), draft) : preview.of(draft);
    }

    /** What conditions of the model may name with these thresholds, and whom they find. */
    public DraftConditions conditions(Map<String, Double> thresholds) {
        return new DraftConditions(snapshot, made.id(), hidden, thresholds);
    }

    /** What one setting does in place of another. */
    public synchronized Effect between(ModelChange from, ModelChange to) {
        return preview.between(model(from), model(to));
    }

    /**
     * What each way to model buying and leaving would have foretold of a lifetime value, found out once, in seconds for many customers; empty
     * for other models. No draft changes it: what counts as a purchase is the same in all. Does not wait for a preview.
     */
    public Map<Purchases, ClvBackTest> backTests() {
        synchronized (testing) {
            Map<Purchases, ClvBackTest> found = tests;
            if (found == null) {
                ClvResult foretold = preview.foretold();
                found = foretold == null ? Map.of() : foretold.backTests();
                tests = found;
            }
            return found;
        }
    }

    /** How a metric is spread; does not wait for a preview. */
    public Histogram histogram(String metric, int bins) {
        return preview.histogram(metric, bins);
    }

    /** Fixed borders of tiers on a metric that put about these shares of the customers into them, best first; none where they cannot. */
    public List<Double> borders(String metric, List<Double> shares) {
        return preview.borders(metric, shares);
    }

    /** Ascending fixed cuts of a measure above these shares of the customers; none where there are no such cuts. */
    public List<Double> cuts(String measure, List<Double> below) {
        return preview.cuts(measure, below);
    }

    /** Weights by entropy for an RFM model. */
    public EntropyWeights.Result entropyWeights(ModelDefinition.Rfm rfm) {
        return preview.entropyWeights(rfm);
    }

    /** The number a customer is kept under. */
    public long customer(int index) {
        return snapshot.customers().id(index);
    }

    /** What a customer is called: the name, or else the number. */
    public String name(int index) {
        String name = text(CustomerFields.NAME, index);
        return name.isEmpty() ? text(CustomerFields.REF, index) : name;
    }

    private String text(String field, int index) {
        Column column = snapshot.customers().column(field);
        return column != null && column.value(index) instanceof Value.Text(String text) ? text : "";
    }
}
