package org.clientele.segment;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.persistence.ModelVersionDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The models of a vertical as they apply: the plugin's definitions with the versions that consultants published. A version that no longer
 * fits the plugin (an upgrade took a segment away) is left out.
 */
@Service
public class ModelOverrides {
    private static final Logger LOG = LoggerFactory.getLogger(ModelOverrides.class);

    private final Verticals verticals;
    private final Rights rights;
    private final ModelVersionDao dao;
    private final Clock clock;

    public ModelOverrides(ModelVersionDao dao, Verticals verticals, Rights rights, Clock clock) {
        this.verticals = verticals;
        this.rights = rights;
        this.dao = dao;
        this.clock = clock;
    }

    /** The vertical with the models that apply. */
    public Vertical effective(Vertical vertical) {
        return applied(vertical).vertical();
    }

    /**
     * A vertical as it applies.
     *
     * @param vertical with the models that apply
     * @param versions the numbers of their versions; models that nobody ever set are version 1
     */
    record Applied(Vertical vertical, Map<String, Integer> versions) {
        Applied {
            versions = Map.copyOf(versions);
        }
    }

    /** The vertical with the models that apply now, and which versions those are. */
    Applied applied(Vertical vertical) {
        VerticalDefinition definition = vertical.definition();
        Map<String, ModelVersion> current = dao.current(vertical.id(), clock.instant());
        Map<String, Integer> numbers = new HashMap<>();
        for (ModelDefinition model : vertical.definition().models()) {
            ModelVersion version = current.get(model.id());
            numbers.put(model.id(), version == null ? VersionLog.FIRST : version.number());
            if (version != null && version.kind() == ModelVersion.Kind.SET) {
                definition = apply(vertical.key(), definition, model, version);
            }
        }
        return new Applied(
                new Vertical(
                        vertical.id(),
                        vertical.key(),
                        vertical.currency(),
                        vertical.asOfMode(),
                        vertical.asOfDate(),
                        definition,
                        ClusterChanges.named(vertical, definition),
                        vertical.tables()),
                numbers);
    }

    private static VerticalDefinition apply(
            String verticalKey, VerticalDefinition definition, ModelDefinition model, ModelVersion version) {
        try {
            String stored = version.definition();
            return stored == null
                    ? definition
                    : ModelChanges.with(
                            definition, ModelChanges.apply(definition, ModelChangeCodec.read(model, stored)));
        } catch (Problem failure) {
            LOG.warn(
                    "Vertical {}: version {} of model {} no longer fits its plugin; the plugin's definition applies",
                    verticalKey,
                    version.number(),
                    model.id(),
                    failure);
            return definition;
        }
    }

    /** A model as one of its versions says. Fails with a problem when there is none, or it does not fit the plugin any more. */
    ModelDefinition definition(String verticalKey, String model, int number) {
        Vertical vertical = verticals.get(verticalKey);
        ModelDefinition plugin = vertical.definition().model(model);
        if (plugin == null) {
            throw new Problem("segment.problem.no-model", model);
        }
        Optional<ModelVersion> version = dao.find(vertical.id(), model, number);
        if (version.isEmpty() && number != VersionLog.FIRST) {
            throw new Problem("segment.problem.no-version", number);
        }
        return version.map(ModelVersion::definition)
                .map(stored -> ModelChanges.apply(vertical.definition(), ModelChangeCodec.read(plugin, stored)))
                .orElse(plugin);
    }

    /** Whether something else than the plugin's definition applies. */
    public boolean isChanged(Vertical vertical, String model) {
        ModelVersion current = dao.current(vertical.id(), clock.instant()).get(model);
        return current != null && current.kind() == ModelVersion.Kind.SET;
    }

    /** The model as the change makes it, for a preview; nothing is stored. Fails with a problem that says what to mend. */
    public ModelDefinition preview(String verticalKey, ModelChange change) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return ModelChanges.apply(verticals.get(verticalKey).definition(), change);
    }
}
