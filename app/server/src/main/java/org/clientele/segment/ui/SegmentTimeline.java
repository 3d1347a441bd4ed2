package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Rights;
import org.clientele.common.ui.Translations;
import org.clientele.customer.PersonalData;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.Memberships;
import org.clientele.segment.Memberships.Membership;
import org.clientele.segment.ModelOverrides;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves from segment to segment on a customer's timeline, each with its reason of that day; the first finding is no move. */
@Component
@Order(30)
class SegmentTimeline implements TimelineSource {
    private static final String KIND = "segment";

    private final Memberships memberships;
    private final ModelOverrides overrides;
    private final Rights rights;
    private final Translations texts;

    SegmentTimeline(Memberships memberships, ModelOverrides overrides, Rights rights, Translations texts) {
        this.memberships = memberships;
        this.overrides = overrides;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public List<Kind> kinds(Vertical vertical, Locale locale) {
        return List.of(new Kind(KIND, texts.getTranslation("segment.timeline.kind", locale)));
    }

    @Override
    public List<TimelineEntry> newest(Vertical plugin, long customerId, String kind, int limit, Locale locale) {
        Vertical vertical = overrides.effective(plugin);
        List<Membership> history = memberships.history(vertical.key(), customerId);
        ReasonText words = new ReasonText(vertical, locale, PersonalData.hiddenFrom(rights, vertical));
        List<TimelineEntry> entries = new ArrayList<>();
        for (Membership membership : history) {
            ModelDefinition model =
                    vertical.definition().model(membership.segment().model());
            Membership before = before(history, membership);
            if (model != null && before != null && entries.size() < limit) {
                entries.add(entry(vertical, model, before, membership, words, locale));
            }
        }
        return entries;
    }

    /** The membership of the same model that ended when this one began. */
    private static @Nullable Membership before(List<Membership> history, Membership membership) {
        return history.stream()
                .filter(other ->
                        other.segment().model().equals(membership.segment().model())
                                && membership.validFrom().equals(other.validTo()))
                .findFirst()
                .orElse(null);
    }

    private TimelineEntry entry(
            Vertical vertical,
            ModelDefinition model,
            Membership before,
            Membership membership,
            ReasonText words,
            Locale locale) {
        String name = segment(vertical, membership, locale);
        String title = texts.getTranslation(
                "segment.timeline.moved",
                locale,
                vertical.text(locale, Texts.model(model.id())),
                segment(vertical, before, locale),
                name);
        boolean up = place(model, membership) < place(model, before);
        return new TimelineEntry(
                KIND,
                KIND + model.id() + membership.validFrom(),
                membership.validFrom().atStartOfDay(),
                up ? "trending-up" : "trending-down",
                up ? "good" : "warn",
                title,
                words.sentence(membership.reason()));
    }

    private static int place(ModelDefinition model, Membership membership) {
        List<String> ids = model.segments().stream().map(SegmentDefinition::id).toList();
        return ids.indexOf(membership.segment().segment());
    }

    private static String segment(Vertical vertical, Membership membership, Locale locale) {
        return vertical.text(
                locale,
                Texts.segment(membership.segment().model(), membership.segment().segment()));
    }
}
