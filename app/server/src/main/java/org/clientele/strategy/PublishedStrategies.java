package org.clientele.strategy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The strategies of a vertical as they apply. One that no longer fits the plugin (an upgrade took a field away) is left out: the plugin's
 * applies, where it has one. Callers check rights.
 */
@Component
public class PublishedStrategies {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedStrategies.class);

    private final StrategyVersionDao dao;
    private final StrategySettingDao settings;
    private final Clock clock;

    public PublishedStrategies(StrategyVersionDao dao, StrategySettingDao settings, Clock clock) {
        this.dao = dao;
        this.settings = settings;
        this.clock = clock;
    }

    /** What applies now. @param vertical with the models that apply, or as the plugin has it */
    public AppliedStrategies applied(Vertical vertical) {
        Map<SegmentName, StrategyVersion> versions = dao.current(vertical.id(), clock.instant());
        Map<SegmentName, StrategyChange> set = new HashMap<>();
        Set<SegmentName> unfit = new HashSet<>();
        versions.forEach((segment, version) -> {
            if (version.kind() == StrategyVersion.Kind.SET) {
                try {
                    StrategyChange change = StrategyCodec.read(version.content());
                    StrategyChecks.require(vertical.definition(), change);
                    set.put(segment, change);
                } catch (Problem failure) {
                    unfit.add(segment);
                    LOG.warn(
                            "Vertical {}: version {} of the strategy of {} no longer fits its plugin",
                            vertical.key(),
                            version.number(),
                            segment,
                            failure);
                }
            }
        });
        List<StrategySetting> all = settings.all(vertical.id());
        return applied(vertical, set, unfit, versions, rules(all), holdouts(all));
    }

    private static ContactRules rules(List<StrategySetting> settings) {
        return settings.stream()
                .filter(setting -> setting.kind() == StrategySetting.Kind.CONTACT)
                .findFirst()
                .map(setting -> StrategyCodec.read(setting.content(), ContactRules.class))
                .orElse(ContactRules.NONE);
    }

    private static Map<SegmentName, HoldoutPlan> holdouts(List<StrategySetting> settings) {
        Map<SegmentName, HoldoutPlan> holdouts = new HashMap<>();
        settings.stream()
                .filter(setting -> setting.kind() == StrategySetting.Kind.HOLDOUT)
                .forEach(setting ->
                        holdouts.put(setting.segment(), StrategyCodec.read(setting.content(), HoldoutPlan.class)));
        return holdouts;
    }

    /** What would apply were a change published. */
    static AppliedStrategies with(AppliedStrategies now, StrategyChange change) {
        Map<SegmentName, StrategyChange> set = new HashMap<>(now.set());
        set.put(change.segment(), change);
        return applied(now.vertical(), set, now.unfit(), now.versions(), now.rules(), now.holdouts());
    }

    private static AppliedStrategies applied(
            Vertical vertical,
            Map<SegmentName, StrategyChange> set,
            Set<SegmentName> unfit,
            Map<SegmentName, StrategyVersion> versions,
            ContactRules rules,
            Map<SegmentName, HoldoutPlan> holdouts) {
        if (set.isEmpty()) {
            return new AppliedStrategies(vertical, set, unfit, versions, rules, holdouts);
        }
        VerticalDefinition definition = vertical.definition();
        Map<String, Map<String, String>> texts = new HashMap<>();
        vertical.texts().byLanguage().forEach((language, own) -> texts.put(language, new HashMap<>(own)));
        set.values().forEach(change -> change.putTexts(texts));
        List<StrategyDefinition> strategies = new ArrayList<>();
        Map<String, StrategyDefinition> others = new TreeMap<>();
        set.forEach((segment, change) -> others.put(segment.model() + " " + segment.segment(), change.definition()));
        for (StrategyDefinition strategy : definition.strategies()) {
            StrategyDefinition changed = others.remove(strategy.model() + " " + strategy.segment());
            strategies.add(changed == null ? strategy : changed);
        }
        strategies.addAll(others.values());
        return new AppliedStrategies(
                vertical.with(definition.withStrategies(strategies), new Texts.Bundles(texts)),
                set,
                unfit,
                versions,
                rules,
                holdouts);
    }
}
