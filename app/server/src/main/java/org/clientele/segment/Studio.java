package org.clientele.segment;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.customer.PersonalData;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Opens models for editing with live previews, which are computed off the users' threads. */
@Service
public class Studio {
    private final Snapshots snapshots;
    private final Verticals verticals;
    private final ModelOverrides overrides;
    private final Rights rights;
    private final Executor workers;

    @Autowired
    public Studio(Snapshots snapshots, Verticals verticals, ModelOverrides overrides, Rights rights) {
        this(
                snapshots,
                verticals,
                overrides,
                rights,
                Executors.newFixedThreadPool(
                        2, Thread.ofPlatform().daemon().name("studio-", 1).factory()));
    }

    /** @param workers where previews are computed */
    Studio(Snapshots snapshots, Verticals verticals, ModelOverrides overrides, Rights rights, Executor workers) {
        this.snapshots = snapshots;
        this.verticals = verticals;
        this.overrides = overrides;
        this.rights = rights;
        this.workers = workers;
    }

    /** Whether the studio edits a model. */
    public static boolean canEdit(ModelDefinition model) {
        return ModelChange.of(model).isPresent();
    }

    /** Whether there is such a model, the plugin's or one that was made in the portal, and the studio edits it. */
    public boolean canEdit(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        ModelDefinition made = overrides
                .editing(verticals.get(verticalKey), model)
                .definition()
                .model(model);
        return made != null && canEdit(made);
    }

    /** Opens a model as it applies over the customers of now, also before they were computed with it. */
    public StudioSession open(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        VerticalDefinition editing = overrides.editing(vertical, model).definition();
        ModelDefinition made = editing.model(model);
        if (made == null) {
            throw new Problem("segment.problem.no-model", model);
        }
        return new StudioSession(
                snapshots.get(verticalKey),
                editing,
                overrides.applied(vertical),
                made,
                PersonalData.hiddenFrom(rights, vertical),
                workers);
    }

    /** What conditions of a model may name that is still to be made, and whom they find. */
    public DraftConditions conditions(String verticalKey) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return new DraftConditions(snapshots.get(verticalKey), "", hidden(verticalKey), Map.of());
    }

    /** Attributes whose values the user may not see. */
    public Set<String> hidden(String verticalKey) {
        return PersonalData.hiddenFrom(rights, verticals.get(verticalKey));
    }

    /** Where previews are computed. */
    public Executor workers() {
        return workers;
    }
}
