package org.clientele.segment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;

/**
 * The texts of a model made in the portal. Immutable.
 *
 * @param byLanguage texts by language tag and key, as a plugin has them
 */
record OwnModelTexts(Map<String, Map<String, String>> byLanguage) {
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    OwnModelTexts {
        byLanguage = Map.copyOf(byLanguage);
    }

    static OwnModelTexts of(String model, LocalName name, LocalName purpose) {
        return new OwnModelTexts(Map.of()).named(model, name, purpose);
    }

    /** What another model's segments and thresholds are called, under the id of the copy. */
    static OwnModelTexts copied(Texts.Bundles texts, ModelDefinition copied, String model) {
        String from = Texts.model(copied.id()) + ".";
        String to = Texts.model(model) + ".";
        Map<String, Map<String, String>> found = new HashMap<>();
        texts.byLanguage()
                .forEach((language, all) -> all.forEach((key, text) -> {
                    if (key.startsWith(from)) {
                        found.computeIfAbsent(language, other -> new HashMap<>())
                                .put(to + key.substring(from.length()), text);
                    }
                }));
        return new OwnModelTexts(found);
    }

    OwnModelTexts named(String model, LocalName name, LocalName purpose) {
        return with(Texts.model(model), name).with(Texts.modelHelp(model), purpose);
    }

    /** With new segments, of which there is nothing to say but their names. */
    OwnModelTexts withSegments(String model, Map<String, LocalName> segments) {
        OwnModelTexts texts = renamed(model, segments);
        for (String segment : segments.keySet()) {
            texts = texts.with(Texts.segmentHelp(model, segment), LocalName.NONE);
        }
        return texts;
    }

    OwnModelTexts renamed(String model, Map<String, LocalName> segments) {
        OwnModelTexts texts = this;
        for (Map.Entry<String, LocalName> segment : segments.entrySet()) {
            texts = texts.with(Texts.segment(model, segment.getKey()), segment.getValue());
        }
        return texts;
    }

    OwnModelTexts withThresholds(String model, Map<NewModel.Start.LifeCycle.Threshold, LocalName> names) {
        OwnModelTexts texts = this;
        for (Map.Entry<NewModel.Start.LifeCycle.Threshold, LocalName> threshold : names.entrySet()) {
            texts = texts.with(Texts.modelParameter(model, threshold.getKey().id()), threshold.getValue());
        }
        return texts;
    }

    private OwnModelTexts with(String key, LocalName text) {
        return with(ENGLISH, key, text.inEnglish()).with(CHINESE, key, text.inChinese());
    }

    private OwnModelTexts with(String language, String key, String text) {
        Map<String, Map<String, String>> changed = new HashMap<>(byLanguage);
        Map<String, String> texts = new HashMap<>(changed.getOrDefault(language, Map.of()));
        texts.put(key, text);
        changed.put(language, Map.copyOf(texts));
        return new OwnModelTexts(changed);
    }

    LocalName name(String model) {
        return text(Texts.model(model));
    }

    LocalName purpose(String model) {
        return text(Texts.modelHelp(model));
    }

    Map<String, LocalName> segments(ModelDefinition model) {
        Map<String, LocalName> names = new LinkedHashMap<>();
        for (SegmentDefinition segment : model.segments()) {
            names.put(segment.id(), text(Texts.segment(model.id(), segment.id())));
        }
        return names;
    }

    private LocalName text(String key) {
        return new LocalName(
                byLanguage.getOrDefault(ENGLISH, Map.of()).getOrDefault(key, ""),
                byLanguage.getOrDefault(CHINESE, Map.of()).getOrDefault(key, ""));
    }
}
