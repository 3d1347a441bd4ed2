package org.clientele.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.persistence.ModelDraftDao;
import org.clientele.segment.persistence.ModelVersionDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts of models, and versions that do not apply yet: they look at segments as the models do that apply. */
@Component
public class WaitingModels implements SegmentUser {
    private final ModelVersionDao versions;
    private final ModelDraftDao drafts;
    private final KnownModels models;
    private final Clock clock;

    public WaitingModels(ModelVersionDao versions, ModelDraftDao drafts, KnownModels models, Clock clock) {
        this.models = models;
        this.versions = versions;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public Stream<SegmentUse> uses(Vertical vertical, String model, Mentions mentions) {
        KnownModels.Made made = models.in(vertical);
        Vertical whole = made.with(own -> vertical.definition().model(own.id()) == null);
        return Stream.concat(waiting(whole, model, mentions), drafts(whole, model, mentions));
    }

    private Stream<SegmentUse> waiting(Vertical vertical, String model, Mentions mentions) {
        return versions.all(vertical.id()).stream()
                .filter(this::isWaiting)
                .flatMap(version -> named(
                        vertical,
                        model,
                        version.model(),
                        version.definition(),
                        SegmentUse.Kind.MODEL_WAITING,
                        mentions))
                .distinct();
    }

    private boolean isWaiting(ModelVersion version) {
        Instant from = version.effectiveAt();
        return version.status() == ModelVersion.Status.REVIEW
                || (version.status() == ModelVersion.Status.PUBLISHED && from != null && from.isAfter(clock.instant()));
    }

    private Stream<SegmentUse> drafts(Vertical vertical, String model, Mentions mentions) {
        return drafts.all(vertical.id()).entrySet().stream()
                .flatMap(other -> named(
                        vertical,
                        model,
                        other.getKey(),
                        other.getValue().getLast().definition(),
                        SegmentUse.Kind.MODEL_DRAFT,
                        mentions));
    }

    private static Stream<SegmentUse> named(
            Vertical vertical,
            String model,
            String other,
            @Nullable String stored,
            SegmentUse.Kind kind,
            Mentions mentions) {
        return read(vertical, other, stored).stream()
                .flatMap(definition -> mentions.in(definition).stream())
                .map(segment -> new SegmentUse(new SegmentName(model, segment), kind, other, ""));
    }

    /** Empty where the plugin has no such model any more, or it says nothing that fits. */
    private static Optional<ModelDefinition> read(Vertical vertical, String model, @Nullable String stored) {
        ModelDefinition now = vertical.definition().model(model);
        if (now == null || stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ModelChanges.apply(vertical.definition(), ModelChangeCodec.read(now, stored)));
        } catch (Problem unfit) {
            return Optional.empty();
        }
    }
}
