package org.clientele.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.persistence.OwnModelDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The models of a vertical as they were made: its plugin's, and after them those that consultants made in the portal. */
@Component
public class KnownModels {
    private static final Logger LOG = LoggerFactory.getLogger(KnownModels.class);

    private final OwnModelDao dao;

    public KnownModels(OwnModelDao dao) {
        this.dao = dao;
    }

    /**
     * What consultants made in a vertical.
     *
     * @param models that nobody deleted, as they were made, in that order
     * @param named the vertical of the plugin with what all of them are called, also deleted ones, which the past still shows
     */
    record Made(List<ModelDefinition> models, Vertical named) {
        Made {
            models = List.copyOf(models);
        }

        /** The vertical with some of these models behind its own. */
        Vertical with(Predicate<ModelDefinition> wanted) {
            VerticalDefinition definition = named.definition();
            return named.with(
                    definition.withModels(Stream.concat(
                                    definition.models().stream(),
                                    models.stream().filter(wanted))
                            .toList()),
                    named.texts());
        }
    }

    Made in(Vertical plugin) {
        List<StoredModel> stored = dao.all(plugin.id());
        return new Made(
                stored.stream()
                        .filter(model -> !model.isDeleted())
                        .flatMap(model -> read(plugin, model).stream())
                        .toList(),
                named(plugin, stored));
    }

    private static Vertical named(Vertical plugin, List<StoredModel> stored) {
        if (stored.isEmpty()) {
            return plugin;
        }
        Map<String, Map<String, String>> texts = new HashMap<>();
        plugin.texts().byLanguage().forEach((language, own) -> texts.put(language, new HashMap<>(own)));
        stored.forEach(model -> names(plugin, model)
                .forEach((language, names) -> texts.computeIfAbsent(language, other -> new HashMap<>())
                        .putAll(names)));
        return plugin.with(plugin.definition(), new Texts.Bundles(texts));
    }

    /** Empty, and said in the log, where it cannot be read, or a plugin has brought a model of that id. */
    private static Optional<ModelDefinition> read(Vertical plugin, StoredModel stored) {
        if (plugin.definition().model(stored.model()) != null) {
            LOG.warn(
                    "Vertical {}: its plugin has a model {}, too, which hides the one made here",
                    plugin.key(),
                    stored.model());
            return Optional.empty();
        }
        try {
            return Optional.of(OwnModelCodec.model(stored.definition()));
        } catch (IllegalArgumentException unread) {
            LOG.warn("Vertical {}: model {} cannot be read and is left out", plugin.key(), stored.model(), unread);
            return Optional.empty();
        }
    }

    private static Map<String, Map<String, String>> names(Vertical plugin, StoredModel stored) {
        try {
            return OwnModelCodec.texts(stored.texts());
        } catch (IllegalArgumentException unread) {
            LOG.warn("Vertical {}: the names of model {} cannot be read", plugin.key(), stored.model(), unread);
            return Map.of();
        }
    }
}
