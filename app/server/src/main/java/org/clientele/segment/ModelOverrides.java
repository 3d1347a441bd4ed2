package org.clientele.segment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.persistence.ModelOverrideDao;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The models of a vertical as its consultants set them. Every version is kept with its author; the newest applies until somebody goes
 * back to the plugin's definition. A version that no longer fits the plugin (an upgrade took a segment away) is left out.
 */
@Service
public class ModelOverrides {
    private static final Logger LOG = LoggerFactory.getLogger(ModelOverrides.class);

    private final ModelOverrideDao dao;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public ModelOverrides(
            ModelOverrideDao dao,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The vertical with the models that apply. */
    public Vertical effective(Vertical vertical) {
        VerticalDefinition definition = vertical.definition();
        for (Map.Entry<String, String> override : dao.current(vertical.id()).entrySet()) {
            definition = apply(vertical.key(), definition, override.getKey(), override.getValue());
        }
        return new Vertical(
                vertical.id(),
                vertical.key(),
                vertical.currency(),
                vertical.asOfMode(),
                vertical.asOfDate(),
                definition,
                vertical.texts(),
                vertical.tables());
    }

    private VerticalDefinition apply(String verticalKey, VerticalDefinition definition, String model, String stored) {
        try {
            Optional<ModelChange> change = read(definition.model(model), stored);
            return change.map(c -> ModelChanges.with(definition, ModelChanges.apply(definition, c)))
                    .orElse(definition);
        } catch (Problem | JacksonException failure) {
            LOG.warn(
                    "Vertical {}: what was set for model {} no longer fits its plugin; the plugin's definition applies",
                    verticalKey,
                    model,
                    failure);
            return definition;
        }
    }

    private Optional<ModelChange> read(@Nullable ModelDefinition model, String stored) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> Optional.of(json.readValue(stored, ModelChange.Rfm.class));
            case ModelDefinition.Tiers tiers -> Optional.of(json.readValue(stored, ModelChange.Tiers.class));
            case ModelDefinition.Matrix matrix -> Optional.of(json.readValue(stored, ModelChange.Matrix.class));
            case ModelDefinition.Churn churn -> Optional.of(json.readValue(stored, ModelChange.Churn.class));
            case null, default -> Optional.empty();
        };
    }

    /** Whether something else than the plugin's definition applies. */
    public boolean isChanged(Vertical vertical, String model) {
        return dao.current(vertical.id()).containsKey(model);
    }

    /** The model as the change makes it, for a preview; nothing is stored. Fails with a problem that says what to mend. */
    public ModelDefinition preview(String verticalKey, ModelChange change) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        return ModelChanges.apply(verticals.get(verticalKey).definition(), change);
    }

    /** Stores the change as the model's newest version; memberships follow in the background. */
    @Transactional
    public void change(String verticalKey, ModelChange change) {
        ModelDefinition changed = preview(verticalKey, change);
        store(verticals.get(verticalKey), changed.id(), json.writeValueAsString(change));
    }

    /** Goes back to the plugin's definition; the versions before are kept. */
    @Transactional
    public void reset(String verticalKey, String model) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        store(verticals.get(verticalKey), model, null);
    }

    private void store(Vertical vertical, String model, @Nullable String definition) {
        String before = dao.current(vertical.id()).get(model);
        dao.add(vertical.id(), model, definition, rights.user().login(), clock.instant());
        audit.record("segment.model", vertical.key() + " " + model, before, definition);
        announcements.publish(new ModelsChanged(vertical.key()));
    }
}
