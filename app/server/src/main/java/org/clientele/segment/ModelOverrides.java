package org.clientele.segment;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.engine.model.PreparedModel;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.persistence.ModelVersionDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The models of a vertical as they apply: the plugin's definitions with the versions that consultants published, and the models that
 * consultants made, once a version of them is published. What no longer fits the plugin (an upgrade took a segment away) is left out.
 */
@Service
public class ModelOverrides {
    private static final Logger LOG = LoggerFactory.getLogger(ModelOverrides.class);

    private final Verticals verticals;
    private final KnownModels models;
    private final Rights rights;
    private final ModelVersionDao dao;
    private final Clock clock;

    public ModelOverrides(ModelVersionDao dao, KnownModels models, Verticals verticals, Rights rights, Clock clock) {
        this.verticals = verticals;
        this.models = models;
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
        KnownModels.Made made = models.in(vertical);
        for (ModelDefinition model : made.models()) {
            ModelVersion version = current.get(model.id());
            Optional<ModelDefinition> set =
                    version == null ? Optional.empty() : own(vertical.key(), definition, model, version);
            if (version != null && set.isPresent()) {
                definition = with(definition, set.get());
                numbers.put(model.id(), version.number());
            }
        }
        Vertical named = made.named();
        return new Applied(named.with(definition, ClusterChanges.named(named, definition)), numbers);
    }

    private static VerticalDefinition with(VerticalDefinition definition, ModelDefinition added) {
        return definition.withModels(
                Stream.concat(definition.models().stream(), Stream.of(added)).toList());
    }

    /** A model made in the portal as a version sets it; empty where it no longer fits the plugin, or other models that it names. */
    private static Optional<ModelDefinition> own(
            String verticalKey, VerticalDefinition definition, ModelDefinition made, ModelVersion version) {
        try {
            ModelDefinition set = ModelChanges.apply(
                    with(definition, made),
                    ModelChangeCodec.read(made, Objects.requireNonNullElse(version.definition(), "")));
            List<String> missing = ModelReferences.missing(definition, set);
            if (missing.isEmpty()) {
                PreparedModel.of(set, definition);
                return Optional.of(set);
            }
            LOG.warn("Vertical {}: model {} needs {}, which its plugin no longer has", verticalKey, made.id(), missing);
        } catch (Problem | IllegalArgumentException failure) {
            LOG.warn("Vertical {}: model {}, made here, no longer fits its plugin", verticalKey, made.id(), failure);
        }
        return Optional.empty();
    }

    /** Whether consultants made the model in the portal, and nobody deleted it. */
    public boolean isOwn(Vertical vertical, String model) {
        return models.in(vertical).models().stream().anyMatch(made -> made.id().equals(model));
    }

    /** Models that consultants made and no version of which applies, as they were made. */
    List<ModelDefinition> unpublished(Vertical vertical) {
        Map<String, ModelVersion> current = dao.current(vertical.id(), clock.instant());
        return models.in(vertical).models().stream()
                .filter(model -> !current.containsKey(model.id()))
                .toList();
    }

    /** The vertical with every model as it was made, also those that nobody published. */
    Vertical whole(Vertical vertical) {
        return models.in(vertical).with(made -> true);
    }

    /**
     * The vertical in which a model is edited: the models as they were made, the plugin's and those that consultants made; of models that
     * nobody published only this one, since others may not name what does not apply.
     */
    Vertical editing(Vertical vertical, String model) {
        KnownModels.Made made = models.in(vertical);
        if (made.models().isEmpty()) {
            return made.named();
        }
        Map<String, ModelVersion> current = dao.current(vertical.id(), clock.instant());
        return made.with(own -> own.id().equals(model) || current.containsKey(own.id()));
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
        Vertical vertical = editing(verticals.get(verticalKey), model);
        ModelDefinition made = vertical.definition().model(model);
        if (made == null) {
            throw new Problem("segment.problem.no-model", model);
        }
        Optional<ModelVersion> version = dao.find(vertical.id(), model, number);
        if (version.isEmpty() && number != VersionLog.FIRST) {
            throw new Problem("segment.problem.no-version", number);
        }
        return version.map(ModelVersion::definition)
                .map(stored -> ModelChanges.apply(vertical.definition(), ModelChangeCodec.read(made, stored)))
                .orElse(made);
    }

    /** Whether something else than the plugin's definition applies. */
    public boolean isChanged(Vertical vertical, String model) {
        ModelVersion current = dao.current(vertical.id(), clock.instant()).get(model);
        return current != null && current.kind() == ModelVersion.Kind.SET;
    }

    /** The model as the change makes it, for a preview; nothing is stored. Fails with a problem that says what to mend. */
    public ModelDefinition preview(String verticalKey, ModelChange change) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return ModelChanges.set(
                editing(verticals.get(verticalKey), change.model()).definition(), change);
    }
}
