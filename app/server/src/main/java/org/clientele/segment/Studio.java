package org.clientele.segment;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.customer.PersonalData;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
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

    /** Opens a model as it applies over the customers of now, also before they were computed with it. */
    public StudioSession open(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        if (vertical.definition().model(model) == null) {
            throw new Problem("segment.problem.no-model", model);
        }
        return new StudioSession(
                snapshots.get(verticalKey),
                vertical.definition(),
                overrides.applied(vertical),
                model,
                PersonalData.hiddenFrom(rights, vertical),
                workers);
    }

    /** Where previews are computed. */
    public Executor workers() {
        return workers;
    }
}
