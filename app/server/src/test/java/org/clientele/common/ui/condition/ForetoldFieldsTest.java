package org.clientele.common.ui.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.TestVertical;
import org.clientele.engine.column.Value;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model foretells beside what people can compare, in words. */
class ForetoldFieldsTest {
    private static final ModelDefinition LIFETIME = new Clv(
            "lifetime",
            List.of(new SegmentDefinition("high", "good"), new SegmentDefinition("low", "poor")),
            null,
            "purchase",
            null,
            Clv.Purchases.BG_NBD,
            52,
            0.0,
            Tiers.Method.PERCENTILE,
            List.of(0.2));
    private final VerticalDefinition definition =
            DefinitionBuilder.like(TestVertical.definition()).models(LIFETIME).build();
    private final Texts.Bundles texts = new Texts.Bundles(Map.of("en", Map.of("model.lifetime", "Lifetime")));

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @Test
    void shouldOfferWhatAModelForetellsWithItsUnit() {
        assertThat(ConditionSubjects.of(definition, formats(Locale.ENGLISH), Set.of())
                        .all())
                .filteredOn(field -> field.id().endsWith("_lifetime") && field.kind() != ListField.Kind.SEGMENT)
                .extracting(ListField::id, ListField::name, ListField::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "value_lifetime", "Expected value (Lifetime)", ListField.Kind.MONEY),
                        org.assertj.core.groups.Tuple.tuple(
                                "alive_lifetime", "Probability of still buying (Lifetime)", ListField.Kind.SHARE),
                        org.assertj.core.groups.Tuple.tuple(
                                "purchases_lifetime", "Purchases expected (Lifetime)", ListField.Kind.DECIMAL));
        assertThat(formats(Locale.ENGLISH).value("alive_lifetime", new Value.Decimal(0.8)))
                .isEqualTo("80%");
    }

    @Test
    void shouldPutThemIntoWords() {
        String condition = "value_lifetime > 500 && alive_lifetime >= 0.5";

        assertThat(sentence(Locale.ENGLISH).of(condition))
                .isEqualTo(
                        "Expected value (Lifetime) is more than ¥500 and Probability of still buying (Lifetime) is at least 50%");
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE).of(condition))
                .isEqualTo("预期价值（Lifetime）超过 ¥500，且仍会购买的概率（Lifetime）不低于 50%");
    }

    private VerticalFormats formats(Locale locale) {
        return new VerticalFormats(definition, texts, "CNY", locale);
    }

    private ConditionSentence sentence(Locale locale) {
        UI.getCurrent().setLocale(locale);
        return new ConditionSentence(UI.getCurrent(), definition, formats(locale), 2, Scope.member(definition));
    }
}
